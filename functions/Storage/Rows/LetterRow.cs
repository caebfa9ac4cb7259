using System.Globalization;
using ServerlessParty.Mail;

namespace ServerlessParty.Storage.Rows;

/// <summary>
/// A letter as a row, and its items as child rows behind it. Each planning writes its items under a word of its own, and
/// the letter names the words it holds: items of a planning that was cut off, or came too late, are not part of it.
/// </summary>
internal static class LetterRow
{
    public static TableEntity Of(Letter letter, string plans) => new(Partition(letter.Id), Key(letter.Id))
    {
        ["To"] = letter.To,
        ["State"] = letter.State.ToString(),
        ["Count"] = letter.Count,
        ["Attempts"] = letter.Attempts,
        ["NotBefore"] = letter.NotBefore,
        ["ChangedAt"] = letter.ChangedAt,
        ["Subject"] = letter.Subject,
        ["ProviderId"] = letter.ProviderId,
        ["Problem"] = letter.Problem,
        ["Dropped"] = letter.Dropped is null ? null : string.Join('\n', letter.Dropped),
        ["Seen"] = letter.Seen is null ? null : string.Join(',', letter.Seen),
        ["History"] = LetterMoments.Write(letter.History),
        ["Plans"] = plans,
    };

    public static TableEntity Item(LetterId letter, string plan, int number, string item) =>
        new(Partition(letter), string.Create(CultureInfo.InvariantCulture, $"{Key(letter)}|{plan}|{number:D4}")) { ["Item"] = item };

    public static bool IsItem(TableEntity row) => row.RowKey.Count(c => c == '|') > 2;

    /// <summary>The key of the letter that a row, letter or item, belongs to.</summary>
    public static string LetterKey(TableEntity row) => string.Join('|', row.RowKey.Split('|').Take(3));

    public static string Plan(TableEntity item) => item.RowKey.Split('|')[3];

    public static IReadOnlyCollection<string> Plans(TableEntity letter) => (letter.GetString("Plans") ?? "").Split(',');

    public static Letter Letter(TableEntity row)
    {
        var key = row.RowKey.Split('|');
        var id = new LetterId(
            int.Parse(row.PartitionKey[..2], CultureInfo.InvariantCulture), Keys.ParseDay(row.PartitionKey[3..]), key[0], key[1], key[2]);
        return new(
            id,
            row.GetString("To") ?? "",
            Enum.Parse<LetterState>(row.GetString("State")!),
            row.GetInt32("Count") ?? 0,
            row.GetInt32("Attempts") ?? 0,
            row.GetDateTimeOffset("NotBefore"),
            row.GetDateTimeOffset("ChangedAt") ?? default,
            row.GetString("Subject"),
            row.GetString("ProviderId"),
            row.GetString("Problem"),
            row.ETag.ToString(),
            row.GetString("Dropped")?.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            row.GetString("Seen")?.Split(',', StringSplitOptions.RemoveEmptyEntries),
            LetterMoments.Read(row.GetString("History")));
    }

    public static string Partition(LetterId id) => Keys.BucketDay(id.Bucket, id.Day);

    public static string Key(LetterId id) => $"{id.Class}|{id.Address}|{id.Sequence}";
}
