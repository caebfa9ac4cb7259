using Azure;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Storage;

/// <summary>Where reminding stands, one row a value in one partition, so that values written by different runs never meet.</summary>
internal sealed class ReminderSettingsTable(Store store) : IReminderSettings
{
    private const string Partition = "reminders";
    private const string Armed = "armed";
    private const string Steps = "steps";
    private const string Letters = "letters";
    private const string Carrier = "carrier";
    private const string Readdressed = "address|";

    public async Task<ReminderStanding> ReadAsync(CancellationToken cancellationToken)
    {
        var days = new Dictionary<string, DateOnly?>();
        var trouble = CarrierTrouble.None;
        var readdressed = new List<ReaddressedUnit>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in (await store.Settings).QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey.StartsWith(Readdressed, StringComparison.Ordinal))
            {
                readdressed.Add(Note(row));
                continue;
            }

            days[row.RowKey] = row.GetString("Day") is { } day ? Keys.ParseDay(day) : null;
            trouble = row.RowKey == Carrier ? Trouble(row) : trouble;
        }

        return new(
            days.ContainsKey(Armed), days.GetValueOrDefault(Armed), days.GetValueOrDefault(Steps), days.GetValueOrDefault(Letters))
        {
            Trouble = trouble,
            Readdressed = readdressed,
        };
    }

    public Task ArmAsync(DateOnly? from, CancellationToken cancellationToken) => WriteAsync(Armed, from, cancellationToken);

    public Task SettleStepsAsync(DateOnly through, CancellationToken cancellationToken) =>
        WriteAsync(Steps, through, cancellationToken);

    public Task SettleLettersAsync(DateOnly through, CancellationToken cancellationToken) =>
        WriteAsync(Letters, through, cancellationToken);

    public Task NoteTroubleAsync(CarrierTrouble trouble, CancellationToken cancellationToken) => WriteAsync(
        new TableEntity(Partition, Carrier)
        {
            ["Failures"] = trouble.Failures,
            ["PausedUntil"] = trouble.PausedUntil,
            ["Reason"] = trouble.Reason,
        },
        cancellationToken);

    public Task NoteReaddressedAsync(OrganizationId unit, DateTimeOffset now, CancellationToken cancellationToken) =>
        WriteAsync(new TableEntity(Partition, Readdressed + unit.Key) { ["Id"] = unit.Value, ["At"] = now }, cancellationToken);

    public async Task ForgetReaddressedAsync(ReaddressedUnit note, CancellationToken cancellationToken)
    {
        try
        {
            await (await store.Settings).DeleteEntityAsync(
                Partition, Readdressed + note.Unit.Key, new ETag(note.Version), cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Noted anew, or another run was faster.
        }
    }

    private static ReaddressedUnit Note(TableEntity row) => new(
        OrganizationId.Parse(row.GetString("Id")!), row.GetDateTimeOffset("At") ?? default, row.ETag.ToString());

    private static CarrierTrouble Trouble(TableEntity row) =>
        new(row.GetInt32("Failures") ?? 0, row.GetDateTimeOffset("PausedUntil"), row.GetString("Reason"));

    private Task WriteAsync(string row, DateOnly? day, CancellationToken cancellationToken) => WriteAsync(
        new TableEntity(Partition, row) { ["Day"] = day is { } known ? Keys.Day(known) : null }, cancellationToken);

    private async Task WriteAsync(TableEntity row, CancellationToken cancellationToken) =>
        await (await store.Settings).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
}
