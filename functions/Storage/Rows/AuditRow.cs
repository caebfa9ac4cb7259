using ServerlessParty.Audit;

namespace ServerlessParty.Storage.Rows;

/// <summary>An entry of the trail, and the head of its chain, as rows of the dossier.</summary>
internal static class AuditRow
{
    public static TableEntity Entry(AuditEntry entry) => new(entry.Dossier, Keys.Entry(entry.Sequence))
    {
        ["At"] = entry.At,
        ["Actor"] = entry.Actor,
        ["Action"] = entry.Action,
        ["Subject"] = entry.Subject,
        ["Comment"] = entry.Comment,
        ["Before"] = entry.Before,
        ["After"] = entry.After,
        ["Previous"] = entry.Previous,
        ["Hash"] = entry.Hash,
    };

    public static AuditEntry Entry(TableEntity row) => new(
        row.PartitionKey,
        int.Parse(row.RowKey[Keys.Entries.Length..], System.Globalization.CultureInfo.InvariantCulture),
        row.GetDateTimeOffset("At") ?? default,
        row.GetString("Actor") ?? "",
        row.GetString("Action") ?? "",
        row.GetString("Subject") ?? "",
        row.GetString("Comment"),
        row.GetString("Before") ?? "",
        row.GetString("After") ?? "",
        row.GetString("Previous") ?? "",
        row.GetString("Hash") ?? "");

    public static TableEntity Head(AuditEntry last) => new(last.Dossier, Keys.Head)
    {
        ["Sequence"] = last.Sequence,
        ["Hash"] = last.Hash,
    };

    public static AuditHead Head(TableEntity row) => new(row.GetInt32("Sequence") ?? 0, row.GetString("Hash") ?? "");
}
