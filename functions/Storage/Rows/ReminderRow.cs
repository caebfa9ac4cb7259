using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Storage.Rows;

/// <summary>A line of the ledger. Its partition is by due day, not by sending day: a late run must meet the same key.</summary>
internal static class ReminderRow
{
    public static TableEntity Of(Reminder reminder, int buckets) => new(Partition(reminder.Key, buckets), Keys.Reminder(reminder.Key))
    {
        ["Id"] = reminder.Key.Obligation.Organization.Value,
        ["SendOn"] = Keys.Day(reminder.SendOn),
        ["State"] = reminder.State.ToString(),
    };

    public static Reminder Reminder(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        var obligation = new ObligationKey(
            OrganizationId.Parse(row.GetString("Id")!), ObligationKind.Parse(parts[1]), Period.Parse(parts[2]));
        var step = new ReminderStep(
            int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture), new ReminderRole(parts[4]));
        return new(
            new ReminderKey(obligation, Keys.ParseDay(row.PartitionKey[3..]), step),
            Keys.ParseDay(row.GetString("SendOn")!),
            State(row));
    }

    public static ReminderState State(TableEntity row) => Enum.Parse<ReminderState>(row.GetString("State")!);

    public static string Partition(ReminderKey key, int buckets) =>
        Keys.BucketDay(Buckets.Of(key.Obligation.Organization.Key, buckets), key.DueOn);
}
