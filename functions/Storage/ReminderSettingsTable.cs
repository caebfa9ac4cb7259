using ServerlessParty.Reminders;

namespace ServerlessParty.Storage;

/// <summary>Where reminding stands, one row a value in one partition, so that values written by different runs never meet.</summary>
internal sealed class ReminderSettingsTable(Store store) : IReminderSettings
{
    private const string Partition = "reminders";
    private const string Armed = "armed";
    private const string Steps = "steps";
    private const string Letters = "letters";

    public async Task<ReminderStanding> ReadAsync(CancellationToken cancellationToken)
    {
        var days = new Dictionary<string, DateOnly?>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in (await store.Settings).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            days[row.RowKey] = row.GetString("Day") is { } day ? Keys.ParseDay(day) : null;
        }

        return new(
            days.ContainsKey(Armed), days.GetValueOrDefault(Armed), days.GetValueOrDefault(Steps), days.GetValueOrDefault(Letters));
    }

    public Task ArmAsync(DateOnly? from, CancellationToken cancellationToken) => WriteAsync(Armed, from, cancellationToken);

    public Task SettleStepsAsync(DateOnly through, CancellationToken cancellationToken) =>
        WriteAsync(Steps, through, cancellationToken);

    public Task SettleLettersAsync(DateOnly through, CancellationToken cancellationToken) =>
        WriteAsync(Letters, through, cancellationToken);

    private async Task WriteAsync(string row, DateOnly? day, CancellationToken cancellationToken) =>
        await (await store.Settings).UpsertEntityAsync(
            new TableEntity(Partition, row) { ["Day"] = day is { } known ? Keys.Day(known) : null },
            TableUpdateMode.Replace,
            cancellationToken);
}
