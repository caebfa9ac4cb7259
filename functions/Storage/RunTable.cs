using System.Globalization;
using Azure;
using ServerlessParty.Hosting.Timers;

namespace ServerlessParty.Storage;

/// <summary>Runs worth keeping, a partition a function in <c>Settings</c>, the newest first.</summary>
internal sealed class RunTable(Store store) : IRunHistory
{
    private const string Partitions = "runs|";
    private const int MaxTextLength = 2_000;

    public async Task AddAsync(RunRecord run, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition(run.Function), RowKey(run))
        {
            ["StartedAt"] = run.StartedAt,
            ["Milliseconds"] = (long)run.Took.TotalMilliseconds,
            ["Ending"] = run.Ending.ToString(),
            ["Counts"] = run.Counts is { Length: <= MaxTextLength } counts ? counts : null,
            ["Failure"] = run.Failure is { Length: > MaxTextLength } failure ? failure[..MaxTextLength] : run.Failure,
            ["Invocation"] = run.Invocation,
        };
        await (await store.Settings).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<IReadOnlyList<RunRecord>> LastAsync(string function, int take, CancellationToken cancellationToken)
    {
        var partition = Partition(function);
        var rows = (await store.Settings).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), take, cancellationToken: cancellationToken);
        return [.. (await rows.Take(take).ToListAsync(cancellationToken)).Select(row => Record(function, row))];
    }

    public async Task TrimAsync(int keep, CancellationToken cancellationToken)
    {
        var table = await store.Settings;
        var (from, to) = (Partitions, Keys.EndOf(Partitions));
        var rows = await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"),
            select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        await Batches.SubmitAsync(
            table,
            rows.GroupBy(row => row.PartitionKey).SelectMany(runs => runs.Skip(keep))
                .Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
            cancellationToken);
    }

    private static string Partition(string function) => Partitions + function;

    /// <summary>Counts down, so that the newest is the first.</summary>
    private static string RowKey(RunRecord run) =>
        (DateTimeOffset.MaxValue.Ticks - run.StartedAt.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    private static RunRecord Record(string function, TableEntity row) => new(
        function,
        row.GetDateTimeOffset("StartedAt") ?? default,
        TimeSpan.FromMilliseconds(row.GetInt64("Milliseconds") ?? 0),
        Enum.TryParse<RunEnding>(row.GetString("Ending"), out var ending) ? ending : RunEnding.Failed,
        row.GetString("Counts"),
        row.GetString("Failure"),
        row.GetString("Invocation"));
}
