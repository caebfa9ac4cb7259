using System.Globalization;
using Azure;
using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Storage.Rows;

/// <summary>A mail that came in, as a row; the lists by state and the marks of unfinished ones hold keys only.</summary>
internal static class IntakeRow
{
    public const string Unfinished = "open";

    // No property may outgrow the service's limit, whatever names a mail brings.
    private const int MaxLines = 30_000;

    /// <summary>The first two digits of the name: 256 partitions, so that a busy hour does not sit on one.</summary>
    public static string Partition(IntakeId id) => id.Value[..2];

    public static string List(IntakeState state) => $"list|{state}";

    /// <summary>Newest first: what is left of time, and the name.</summary>
    public static string ListKey(IntakeMail mail) => string.Create(
        CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - mail.ReceivedAt.UtcTicks:D19}|{mail.Id}");

    public static IntakeId IdOf(string listKey) =>
        IntakeId.TryParse(listKey[(listKey.IndexOf('|', StringComparison.Ordinal) + 1)..], out var id)
            ? id : throw new FormatException($"'{listKey}' does not name a mail.");

    public static TableEntity Of(IntakeMail mail) => new(Partition(mail.Id), mail.Id.Value)
    {
        ["State"] = mail.State.ToString(),
        ["ReceivedAt"] = mail.ReceivedAt,
        ["Sender"] = mail.Sender,
        ["Subject"] = mail.Subject,
        ["Files"] = Lines(mail.Files),
        ["IsKept"] = mail.IsKept,
        ["Reason"] = mail.Outcome.Reason,
        ["Unit"] = mail.Outcome.Unit,
        ["Documents"] = Lines(mail.Outcome.Documents),
        ["Refusals"] = Lines(mail.Outcome.Refusals.Select(r => $"{r.Code}|{r.Of}|{r.File}")),
        ["DecidedAt"] = mail.Outcome.DecidedAt,
        ["DecidedBy"] = mail.Outcome.DecidedBy,
        ["Note"] = mail.Outcome.Note,
    };

    public static IntakeMail Mail(TableEntity row) => new(
        IdOf(row.RowKey),
        Enum.Parse<IntakeState>(row.GetString("State")!),
        row.GetDateTimeOffset("ReceivedAt") ?? default,
        row.GetString("Sender"),
        row.GetString("Subject") ?? "",
        Lines(row.GetString("Files")),
        Outcome(row),
        row.GetBoolean("IsKept") ?? true,
        row.ETag.ToString());

    public static ETag VersionOf(IntakeMail mail) => new(mail.Version);

    private static IntakeOutcome Outcome(TableEntity row) => new()
    {
        Reason = row.GetString("Reason"),
        Unit = row.GetString("Unit"),
        Documents = Lines(row.GetString("Documents")),
        Refusals = [.. Lines(row.GetString("Refusals")).Select(Refusal)],
        DecidedAt = row.GetDateTimeOffset("DecidedAt"),
        DecidedBy = row.GetString("DecidedBy"),
        Note = row.GetString("Note"),
    };

    private static IntakeRefusal Refusal(string line) =>
        line.Split('|', 3) is [var code, var of, var file]
            ? new(code, file, of.Length > 0 ? of : null)
            : throw new FormatException("A refusal has three parts.");

    // A name may be empty; a list without lines is not the same as one with an empty line.
    private static string? Lines(IEnumerable<string> lines)
    {
        var text = string.Concat(lines.Select(l => l + "\n"));
        return text.Length == 0 ? null : text.Length <= MaxLines ? text : text[..(text.LastIndexOf('\n', MaxLines - 1) + 1)];
    }

    private static string[] Lines(string? text) => text is null ? [] : text[..^1].Split('\n');
}
