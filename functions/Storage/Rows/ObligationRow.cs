using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Storage.Rows;

/// <summary>An obligation as a row of its dossier, and as a line of the projection by due day.</summary>
internal static class ObligationRow
{
    /// <summary>A line written before its dossier: it counts as open until somebody compared it.</summary>
    public const string Opening = "Opening";

    public static TableEntity Of(Obligation obligation) =>
        new(obligation.Key.Organization.Key, Keys.Obligation(obligation.Key.Kind, obligation.Key.Period))
        {
            ["Id"] = obligation.Key.Organization.Value,
            ["DueOn"] = Text(obligation.DueOn),
            ["ArmedOn"] = Text(obligation.ArmedOn),
            ["State"] = obligation.State.ToString(),
            ["ReceivedOn"] = obligation.ReceivedOn is { } day ? Text(day) : null,
            ["Comment"] = obligation.Comment,
        };

    public static Obligation Obligation(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        var key = new ObligationKey(
            OrganizationId.Parse(row.GetString("Id")!), ObligationKind.Parse(parts[1]), Period.Parse(parts[2]));
        return new(
            key,
            Day(row.GetString("DueOn")!),
            Day(row.GetString("ArmedOn")!),
            Enum.Parse<ObligationState>(row.GetString("State")!),
            row.GetString("ReceivedOn") is { } received ? Day(received) : null,
            row.GetString("Comment"));
    }

    /// <param name="sequence">The dossier's entry that this line follows; a line never follows an older one.</param>
    public static TableEntity Due(DueItem item, int buckets, string state, int sequence) =>
        new(DuePartition(item, buckets), Keys.Due(item.Key))
        {
            ["Id"] = item.Key.Organization.Value,
            ["ArmedOn"] = Text(item.ArmedOn),
            ["State"] = state,
            ["Sequence"] = sequence,
        };

    public static DueItem Due(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        var key = new ObligationKey(
            OrganizationId.Parse(row.GetString("Id")!), ObligationKind.Parse(parts[1]), Period.Parse(parts[2]));
        var state = row.GetString("State")!;
        return new(
            key,
            Keys.ParseDay(row.PartitionKey[3..]),
            Day(row.GetString("ArmedOn")!),
            state == Opening ? ObligationState.Open : Enum.Parse<ObligationState>(state));
    }

    public static string DuePartition(DueItem item, int buckets) =>
        Keys.BucketDay(Buckets.Of(item.Key.Organization.Key, buckets), item.DueOn);

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
