using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServerlessParty.Access;
using ServerlessParty.Hosting;
using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra;

/// <summary>The settings of the app are those the code reads.</summary>
public sealed partial class AppSettingsTests
{
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["Storage:ConnectionString"] = "a key; the app has an identity",
        ["Storage:Prefix"] = "the account holds one store",
        ["Local:DataPath"] = "of a box",
        ["Local:Sample"] = "of a local run",
        ["Access:AdminToken"] = "of a developer's machine",
        ["Web:TrustedProxies"] = "the Functions host is always trusted, and nothing else stands before the handler",
        ["Timers:Enabled"] = "the Functions host has the timers",
        ["Scan:ClamdHost"] = "no clamd is at hand on this plan",
        ["Scan:ClamdPort"] = "no clamd is at hand on this plan",
        ["Mail:Smtp:Port"] = "follows from the kind of line",
        ["Mail:Smtp:Tls"] = "another machine always gets StartTls",
    };

    [Theory]
    [InlineData("SendGrid")]
    [InlineData("Smtp")]
    [InlineData("Folder")]
    public async Task Every_setting_of_the_product_is_one_that_its_code_reads(string provider)
    {
        var known = KnownSettings();
        var unknown = (await SettingsAsync(provider)).Keys.Where(IsOurs).Except(known);

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task Every_option_is_set_or_left_out_for_a_reason()
    {
        var set = (await SettingsAsync("SendGrid")).Keys.Concat((await SettingsAsync("Smtp")).Keys);

        Assert.Empty(KnownSettings().Except(set).Except(LeftOut.Keys));
    }

    [Theory]
    [InlineData("small.bicepparam")]
    [InlineData("large.bicepparam")]
    public async Task The_product_takes_them(string file)
    {
        var answers = Deployment.Answers();
        answers["PARTY_MAIL_PROVIDER"] = "Folder";
        var settings = (await Deployment.OfAsync(file, answers)).Settings().Where(setting => IsOurs(Key(setting.Key)));
        await using var app = BackOffice.Build(
            ["--environment=Production", "--FUNCTIONS_CUSTOMHANDLER_PORT=5081",
             .. settings.Select(setting => $"--{Key(setting.Key)}={KnownBeforehand(setting)}")]);

        app.Services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Equal("https://party.example.org", app.Services.GetRequiredService<IOptions<WebOptions>>().Value.PublicUrl);
        Assert.True(app.Services.GetRequiredService<HookCode>().IsOn);
    }

    [Fact]
    public async Task The_host_and_the_telemetry_use_the_identity_and_no_key()
    {
        var settings = (await Deployment.Small).Settings();

        Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
        Assert.DoesNotContain(settings, setting => setting.Value.Contains("AccountKey", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.Contains(";Authorization=AAD", settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_secret_is_written_down_nowhere()
    {
        var deployment = await Deployment.Small;
        var text = string.Concat(deployment.Resources.Select(resource => resource.GetRawText()));

        Assert.Equal("[parameters('hooksCode')]", deployment.Settings()["Hooks__Code"]);
        Assert.DoesNotContain(Deployment.Answers()["PARTY_HOOKS_CODE"], text, StringComparison.Ordinal);
        Assert.DoesNotContain(Deployment.Answers()["PARTY_MAIL_SECRET"], text, StringComparison.Ordinal);
    }

    /// <summary>Flex Consumption refuses these; the runtime is named in the app itself.</summary>
    [Fact]
    public async Task The_runtime_is_named_in_the_app_and_not_as_a_setting()
    {
        var deployment = await Deployment.Small;
        var runtime = deployment.OfType("Microsoft.Web/sites").Single().GetProperty("properties")
            .GetProperty("functionAppConfig").GetProperty("runtime");

        Assert.Equal("custom", runtime.GetProperty("name").GetString());
        Assert.DoesNotContain(deployment.Settings().Keys, key => key.StartsWith("FUNCTIONS_", StringComparison.Ordinal)
            || key.StartsWith("WEBSITE_", StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, string>> SettingsAsync(string provider)
    {
        var answers = Deployment.Answers();
        answers["PARTY_MAIL_PROVIDER"] = provider;
        return (await Deployment.OfAsync("small.bicepparam", answers)).Settings()
            .ToDictionary(setting => Key(setting.Key), setting => setting.Value);
    }

    private static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    private static bool IsOurs(string key) => key.Contains(':', StringComparison.Ordinal)
        && !key.StartsWith("AzureWebJobs", StringComparison.Ordinal) && !key.StartsWith("AzureFunctions", StringComparison.Ordinal);

    // The account's name is known once Azure made it.
    private static string KnownBeforehand(KeyValuePair<string, string> setting) =>
        setting.Key == "Storage__AccountName" ? "partyhue" : setting.Value;

    private static HashSet<string> KnownSettings() =>
    [
        .. Properties("Storage", typeof(StorageOptions)),
        .. Properties("Access", typeof(AccessOptions)),
        .. Properties("Web", typeof(WebOptions)),
        .. Properties("Mail", typeof(MailOptions)),
        .. Properties("Minutes", typeof(MinutesOptions)),
        .. Properties("Reminders", typeof(CalendarOptions)),
        .. WrittenKeys(),
    ];

    private static IEnumerable<string> Properties(string section, Type options) => options.GetProperties()
        .Where(property => property.SetMethod is { IsPublic: true })
        .SelectMany(property => property.PropertyType.Namespace!.StartsWith("ServerlessParty", StringComparison.Ordinal)
            ? Properties($"{section}:{property.Name}", property.PropertyType)
            : [$"{section}:{property.Name}"]);

    private static IEnumerable<string> WrittenKeys() =>
        Directory.EnumerateFiles(Repository.Path("functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => KeyPattern().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value)
            .Where(key => !key.StartsWith("Kestrel", StringComparison.Ordinal));

    [GeneratedRegex("\"([A-Z][A-Za-z]+(:[A-Z][A-Za-z]+)+)\"")]
    private static partial Regex KeyPattern();
}
