using System.Collections.Concurrent;
using System.Text.Json;

namespace ServerlessParty.Tests.Infra;

/// <summary>What <c>infra/</c> would make in Azure for one set of answers; each is worked out once.</summary>
internal sealed class Deployment
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Deployment>>> Known = new();

    private readonly List<JsonElement> _resources;

    private Deployment(List<JsonElement> resources) => _resources = resources;

    public static Task<Deployment> Small => OfAsync("small.bicepparam", Answers());

    public static Task<Deployment> Large => OfAsync("large.bicepparam", Answers());

    public IEnumerable<JsonElement> Resources => _resources;

    /// <summary>Everything that <c>infra/deploy</c> may pass on, with mail in and SendGrid.</summary>
    public static Dictionary<string, string> Answers() => new()
    {
        ["PARTY_PLACE"] = "hue",
        ["PARTY_RUNTIME_VERSION"] = "1.0",
        ["PARTY_PUBLIC_URL"] = "https://party.example.org",
        ["PARTY_LANGUAGE"] = "vi",
        ["PARTY_MAIL_PROVIDER"] = "SendGrid",
        ["PARTY_MAIL_FROM"] = "nhac@example.org",
        ["PARTY_MAIL_NAME"] = "Ban Tổ chức",
        ["PARTY_MAIL_SECRET"] = "SG.example",
        ["PARTY_EVENT_KEY"] = "",
        ["PARTY_SMTP_HOST"] = "relay.example.org",
        ["PARTY_SMTP_USER"] = "party",
        ["PARTY_INBOUND_DOMAIN"] = "in.example.org",
        ["PARTY_INBOUND_KEY"] = "",
        ["PARTY_HOOKS_CODE"] = "0123456789abcdef0123456789abcdef",
        ["PARTY_FIRST_PERIOD"] = "2026-11",
        ["PARTY_ALERT_EMAIL"] = "ops@example.org",
        ["PARTY_BUDGET"] = "40",
        ["PARTY_BUDGET_START"] = "2026-11-01",
        ["PARTY_OPERATOR_ID"] = "11111111-2222-3333-4444-555555555555",
    };

    public static Task<Deployment> OfAsync(string parameterFile, Dictionary<string, string> answers) => Known.GetOrAdd(
        $"{parameterFile} {string.Join(' ', answers)}",
        _ => new(async () => new(await Bicep.PredictAsync(parameterFile, answers)))).Value;

    /// <param name="type">As in <c>Microsoft.Storage/storageAccounts</c>.</param>
    public IEnumerable<JsonElement> OfType(string type) =>
        _resources.Where(resource => resource.GetProperty("type").GetString() == type);

    /// <summary>The names of an account's children of one type, without those of its parents.</summary>
    public IEnumerable<string> ChildrenOf(string account, string type) => OfType(type)
        .Select(resource => resource.GetProperty("name").GetString()!)
        .Where(name => name.StartsWith(account, StringComparison.Ordinal))
        .Select(name => name[(name.LastIndexOf('/') + 1)..]);

    /// <summary>The settings of the app.</summary>
    public Dictionary<string, string> Settings() => OfType("Microsoft.Web/sites/config").Single()
        .GetProperty("properties").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);
}
