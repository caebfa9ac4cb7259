using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Storage;

/// <summary>Which steps were opened for all units, one row a step.</summary>
internal sealed class OpeningMarkTable(Store store) : IOpeningMarks
{
    private const string Partition = "opened";

    public async Task<IReadOnlyDictionary<OpeningStepKey, OpeningMark>> AllAsync(CancellationToken cancellationToken)
    {
        var marks = new Dictionary<OpeningStepKey, OpeningMark>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in (await store.Settings).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            var parts = row.RowKey.Split('|');
            var key = new OpeningStepKey(ObligationKind.Parse(parts[0]), Period.Parse(parts[1]), KindCode.Parse(parts[2]));
            marks[key] = new(row.GetString("Stamp") ?? "", row.GetString("Fingerprint") ?? "", Until(row.GetString("Until")));
        }

        return marks;
    }

    public async Task SetAsync(OpeningStepKey step, OpeningMark mark, CancellationToken cancellationToken) =>
        await (await store.Settings).UpsertEntityAsync(
            new TableEntity(Partition, step.ToString())
            {
                ["Stamp"] = mark.Stamp,
                ["Fingerprint"] = mark.Fingerprint,
                ["Until"] = mark.Until is { } until ? Keys.Day(until) : null,
            },
            TableUpdateMode.Replace,
            cancellationToken);

    private static DateOnly? Until(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);
}
