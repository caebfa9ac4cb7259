using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ServerlessParty.Hosting;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Timers;

/// <summary>What the Functions host reads and what the code can run are the same.</summary>
public sealed partial class FunctionFilesTests
{
    private static readonly string[] Files =
        [.. Directory.GetDirectories(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, "function.json")).Where(File.Exists)];

    [Fact]
    public async Task Every_timer_has_a_use_case_and_every_use_case_of_a_timer_its_file()
    {
        await using var app = BackOffice.Build(
            ["--environment=Production", "--Timers:Enabled=false", $"--Storage:ConnectionString={NoStore.ConnectionString}"]);
        var registered = app.Services.GetServices<TimerFunction>().Select(function => function.Name).Order();
        var scheduled = TimerSchedule.ReadAll(AppContext.BaseDirectory).Select(schedule => schedule.Function);

        Assert.Equal(["FileMail", "KeepHouse", "OpenPeriods", "PlanReminders", "SendLetters"], registered);
        Assert.Equal(registered, scheduled);
    }

    [Fact]
    public void Names_are_what_the_Functions_host_accepts() =>
        Assert.All(Files, file => Assert.Matches(NamePattern(), Path.GetFileName(Path.GetDirectoryName(file))));

    [Fact]
    public void The_web_takes_every_path_and_method_without_a_key()
    {
        var bindings = BindingsOf(Files.Single(file => file.Contains("/Web/", StringComparison.Ordinal)));
        var trigger = bindings.Single(binding => binding.GetProperty("type").ValueEquals("httpTrigger"));

        Assert.Equal(["httpTrigger", "http"], bindings.Select(binding => binding.GetProperty("type").GetString()));
        Assert.Equal("{*path}", trigger.GetProperty("route").GetString());
        Assert.Equal("anonymous", trigger.GetProperty("authLevel").GetString());
    }

    [Theory]
    [InlineData("ReceiveMail", "hooks/mail/inbound")]
    [InlineData("ReceiveMailEvents", "hooks/mail/events")]
    public void A_hook_takes_posts_on_its_own_path_with_a_key(string function, string path)
    {
        var bindings = BindingsOf(Files.Single(file => file.Contains($"/{function}/", StringComparison.Ordinal)));
        var trigger = bindings.Single(binding => binding.GetProperty("type").ValueEquals("httpTrigger"));

        Assert.Equal(["httpTrigger", "http"], bindings.Select(binding => binding.GetProperty("type").GetString()));
        Assert.Equal(path, trigger.GetProperty("route").GetString());
        Assert.Equal("function", trigger.GetProperty("authLevel").GetString());
        Assert.Equal(["post"], trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()));
    }

    [Fact]
    public void Every_timer_file_has_one_binding_so_that_the_host_posts_to_the_path_of_its_name()
    {
        var timers = Files.Where(file => !BindingsOf(file)[0].GetProperty("type").ValueEquals("httpTrigger")).ToList();

        Assert.NotEmpty(timers);
        Assert.All(timers, file => Assert.Equal("timerTrigger", Assert.Single(BindingsOf(file)).GetProperty("type").GetString()));
    }

    private static List<JsonElement> BindingsOf(string file) =>
        [.. JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("bindings").EnumerateArray()];

    [GeneratedRegex("^(?!host$)[a-z][a-z0-9_-]{0,127}$", RegexOptions.IgnoreCase)]
    private static partial Regex NamePattern();
}
