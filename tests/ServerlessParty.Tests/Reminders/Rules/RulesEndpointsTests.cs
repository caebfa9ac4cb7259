using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ServerlessParty.Audit;
using ServerlessParty.Reminders;
using ServerlessParty.Reminders.Rules;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders.Rules;

public sealed class RulesEndpointsTests : IAsyncLifetime
{
    private static readonly object Weekly = new { @for = "minutes", role = "secretary", offsets = new[] { -2, 0 } };

    private WholeProduct _product = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _product = await WholeProduct.StartAsync();
        _client = _product.Operator();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _product.DisposeAsync();
    }

    [Fact]
    public async Task Own_rules_come_into_force_dated_and_audited_and_the_shipped_ones_again_on_one_word()
    {
        var shipped = await _client.GetFromJsonAsync<JsonElement>("/api/rules");
        Assert.True(shipped.GetProperty("shipped").GetBoolean());

        var own = await PutAsync("", Weekly);

        Assert.False(own.GetProperty("shipped").GetBoolean());
        Assert.Equal("operator", own.GetProperty("changedBy").GetString());
        Assert.Equal([-2, 0], (await InForceAsync()).All.Single().Offsets);
        await PutAsync(own.GetProperty("version").GetString()!);
        Assert.True((await InForceAsync()).All.Count > 1);
        var trail = await _product.Get<IAuditTrail>().ReadAsync(IStoreTrail.NameOf("rules"), 0, 10, default);
        Assert.Equal(["rules.changed", "rules.reset"], trail.Select(e => e.Action));
        Assert.Contains("minutes/secretary: -2 0", trail[0].Comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told()
    {
        await PutAsync("", Weekly);

        var second = await _client.PutAsJsonAsync("/api/rules", new { version = "", rules = new[] { Weekly } });

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("rules.version", (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_wrong_rule_is_refused_and_nothing_changes()
    {
        var wrong = new { @for = "minutes", role = "secretary", offsets = new[] { 500 } };
        var answer = await _client.PutAsJsonAsync("/api/rules", new { version = "", rules = new[] { wrong } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("offsets", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
        Assert.True((await _product.Get<CurrentRules>().FindAsync(default)).IsShipped);
    }

    [Fact]
    public async Task A_stored_set_that_cannot_be_read_leaves_the_shipped_rules_in_force()
    {
        await _product.Get<IRuleSets>().PutAsync("{ not json", "", new("operator", "test"), default);

        var found = await _product.Get<CurrentRules>().FindAsync(default);

        Assert.True(found.IsShipped);
        Assert.True(found.Rules.All.Count > 1);
    }

    private Task<ReminderRules> InForceAsync() => _product.Get<IReminderRules>().ReadAsync(default);

    private async Task<JsonElement> PutAsync(string version, params object[] rules)
    {
        var answer = await _client.PutAsJsonAsync("/api/rules", new { version, rules = rules.Length == 0 ? null : rules });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
