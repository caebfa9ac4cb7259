using System.Text.Json;
using System.Text.RegularExpressions;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Obligations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra;

/// <summary>Alerts look for what the code does write: a name that nobody has would never ring.</summary>
public sealed partial class AlertsTests
{
    [Fact]
    public async Task Every_timer_is_watched_for_failing_and_for_staying_away()
    {
        var timers = Directory.EnumerateFiles(Repository.Path("functions"), "*.function.json", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("timerTrigger", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file).Split('.')[0]).Order().ToList();

        Assert.NotEmpty(timers);
        Assert.Equal(timers, NamesIn(await QueryAsync("failed-timers")));
        Assert.Equal(timers, NamesIn(await QueryAsync("missed-timers")));
        Assert.Contains($"Message contains ' {RunEnding.Finished} '", await QueryAsync("missed-timers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_that_need_a_person_are_found_by_the_counts_of_a_run()
    {
        var query = await QueryAsync("uncertain-letters");

        Assert.Contains($"startswith '{nameof(SendLetters)} {RunEnding.Finished} '", query, StringComparison.Ordinal);
        Assert.Equal(["failed", "uncertain"], CountsIn(query));
        Assert.Subset(JsonNames(typeof(LettersSent)), CountsIn(query).ToHashSet());
    }

    [Fact]
    public async Task A_broken_trail_is_found_by_the_counts_of_a_run()
    {
        var query = await QueryAsync("audit-broken");

        Assert.Contains($"startswith '{nameof(KeepHouse)} {RunEnding.Finished} '", query, StringComparison.Ordinal);
        Assert.Equal(["brokenTrails"], CountsIn(query));
        Assert.Subset(JsonNames(typeof(HouseKept)), CountsIn(query).ToHashSet());
    }

    /// <summary>The prefix is cut off by its length before the rest is read as JSON.</summary>
    [Theory]
    [InlineData("uncertain-letters")]
    [InlineData("audit-broken")]
    public async Task The_counts_begin_where_the_query_looks_for_them(string alert)
    {
        var query = await QueryAsync(alert);
        var prefix = PrefixPattern().Match(query).Groups[1].Value;

        Assert.Equal(prefix.Length, int.Parse(LengthPattern().Match(query).Groups[1].Value, null));
    }

    [Fact]
    public async Task Every_alert_writes_to_somebody_and_is_on()
    {
        var deployment = await Deployment.Small;
        var rules = deployment.OfType("Microsoft.Insights/scheduledQueryRules")
            .Concat(deployment.OfType("Microsoft.Insights/metricAlerts")).Select(rule => rule.GetProperty("properties")).ToList();

        Assert.Equal(6, rules.Count);
        Assert.All(rules, rule =>
        {
            Assert.True(rule.GetProperty("enabled").GetBoolean());
            Assert.NotEqual("{}", rule.GetProperty("actions").GetRawText());
        });
        Assert.Contains(
            "ops@example.org", deployment.OfType("Microsoft.Insights/actionGroups").Single().GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_costs_more_than_planned_is_told()
    {
        var budget = (await Deployment.Small).OfType("Microsoft.Consumption/budgets").Single().GetProperty("properties");

        Assert.Equal(40, budget.GetProperty("amount").GetInt32());
        Assert.All(
            budget.GetProperty("notifications").EnumerateObject(),
            note => Assert.Equal(["ops@example.org"], note.Value.GetProperty("contactEmails").EnumerateArray().Select(e => e.GetString())));
    }

    private static async Task<string> QueryAsync(string name) => (await Deployment.Small)
        .OfType("Microsoft.Insights/scheduledQueryRules")
        .Single(rule => rule.GetProperty("name").GetString()!.EndsWith(name, StringComparison.Ordinal))
        .GetProperty("properties").GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!;

    private static IEnumerable<string> NamesIn(string query) =>
        NamePattern().Matches(query).Select(match => match.Groups[1].Value).Order();

    private static IEnumerable<string> CountsIn(string query) =>
        CountPattern().Matches(query).Select(match => match.Groups[1].Value).Order();

    private static HashSet<string> JsonNames(Type counts) =>
        [.. counts.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    [GeneratedRegex("'([A-Z]\\w+)'")]
    private static partial Regex NamePattern();

    [GeneratedRegex("Counts\\.(\\w+)")]
    private static partial Regex CountPattern();

    [GeneratedRegex("startswith '([^']+)'")]
    private static partial Regex PrefixPattern();

    [GeneratedRegex("substring\\(Message, (\\d+)\\)")]
    private static partial Regex LengthPattern();
}
