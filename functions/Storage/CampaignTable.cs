using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServerlessParty.Audit;
using ServerlessParty.Classification;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Storage;

/// <summary>Campaigns: each a small dossier of its own, with its own chain of entries, in a table of few rows.</summary>
internal sealed class CampaignTable(Store store, TimeProvider time) : ICampaigns
{
    private const string Row = "campaign";

    private readonly DossierTable _dossiers = new(() => store.Campaigns, time);

    public async Task<IReadOnlyList<RatingCampaign>> AllAsync(CancellationToken cancellationToken)
    {
        var campaigns = new List<RatingCampaign>();
        var filter = TableClient.CreateQueryFilter($"RowKey eq {Row}");
        await foreach (var row in (await store.Campaigns).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            campaigns.Add(Campaign(row));
        }

        return campaigns;
    }

    public async Task<RatingCampaign?> FindAsync(int year, CancellationToken cancellationToken) =>
        await _dossiers.FindAsync(Dossier(year), Row, cancellationToken) is { } row ? Campaign(row) : null;

    public async Task<RatingCampaign?> ChangeAsync(
        int year, Func<RatingCampaign?, RatingCampaign?> decide, string actor, CancellationToken cancellationToken)
    {
        RatingCampaign? after = null;
        await _dossiers.ChangeAsync(Dossier(year), [Row], rows =>
        {
            var stored = rows[Row] is { } row ? Campaign(row) : null;
            var wanted = decide(stored);
            after = wanted ?? stored;
            return wanted is null ? null : new([Of(wanted)], new AuditNote(actor, "campaign.changed", wanted.State.ToString()));
        }, cancellationToken);
        return after;
    }

    private static string Dossier(int year) => string.Create(CultureInfo.InvariantCulture, $"campaign|{year:D4}");

    private static TableEntity Of(RatingCampaign campaign) => new(Dossier(campaign.Year), Row)
    {
        ["Year"] = campaign.Year,
        ["Name"] = campaign.Name,
        ["RuleSet"] = campaign.RuleSet,
        ["State"] = campaign.State.ToString(),
        ["Steps"] = JsonSerializer.Serialize(campaign.Steps.Select(StepLine.Of)),
    };

    private static RatingCampaign Campaign(TableEntity row) => new(
        row.GetInt32("Year") ?? 0,
        row.GetString("Name") ?? "",
        row.GetString("RuleSet") ?? "",
        [.. JsonSerializer.Deserialize<List<StepLine>>(row.GetString("Steps") ?? "[]")!.Select(l => l.Step())],
        Enum.Parse<CampaignState>(row.GetString("State")!));

    private sealed record StepLine(
        string Kind,
        IReadOnlyList<string> Units,
        DateOnly Opens,
        DateOnly Due,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? MovedFrom)
    {
        public static StepLine Of(CampaignStep step) => new(
            step.Kind.Value, [.. step.UnitKinds.Select(k => k.Value)], step.OpensOn, step.DueOn, step.MovedFrom);

        public CampaignStep Step() => new(
            ObligationKind.Parse(Kind), [.. Units.Select(KindCode.Parse)], Opens, Due, MovedFrom);
    }
}
