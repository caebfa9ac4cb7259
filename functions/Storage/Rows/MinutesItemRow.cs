using System.Globalization;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Obligations;

namespace ServerlessParty.Storage.Rows;

/// <summary>
/// Minutes as rows of the projection. A period is a partition: in it one row an item, and one a word, both ordered by unit,
/// kind and version, so that words can be joined by walking their rows side by side.
/// </summary>
internal static class MinutesItemRow
{
    public const string Items = "item|";

    /// <summary>The partition that lists the periods there are.</summary>
    public const string Periods = "periods";

    public static TableEntity Item(MeetingMinutes minutes) => new(minutes.Id.Key.Period.Value, Items + Suffix(minutes.Id))
    {
        ["Id"] = minutes.Id.ToString(),
        ["State"] = minutes.State.ToString(),
        ["FileName"] = minutes.FileName,
        ["Type"] = minutes.Type.ToString(),
        ["Size"] = minutes.Size,
        ["ReceivedAt"] = minutes.ReceivedAt,
        ["MeetingDate"] = minutes.MeetingDate?.ToString("O", CultureInfo.InvariantCulture),
    };

    public static MinutesItem Item(TableEntity row) => new(
        Id(row),
        Enum.Parse<MinutesState>(row.GetString("State")!),
        row.GetString("FileName") ?? "",
        Enum.Parse<DocumentType>(row.GetString("Type")!).MediaType(),
        row.GetInt64("Size") ?? 0,
        row.GetDateTimeOffset("ReceivedAt") ?? default,
        row.GetString("MeetingDate") is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null);

    public static TableEntity Word(MinutesId id, string word) => new(id.Key.Period.Value, WordPrefix(word) + Suffix(id));

    public static string WordPrefix(string word) => $"word|{word}|";

    public static TableEntity Bytes(MeetingMinutes minutes) => new(BytesPartition(minutes.Sha256), $"{minutes.Sha256}|{Suffix(minutes.Id)}")
    {
        ["Id"] = minutes.Id.ToString(),
    };

    public static string BytesPartition(string sha256) => $"hash|{sha256[..2]}";

    public static TableEntity Known(Period period) => new(Periods, period.Value);

    public static MinutesId Id(TableEntity row) => MinutesId.TryParse(row.GetString("Id"), out var id)
        ? id
        : throw new FormatException($"The row {row.RowKey} names no minutes.");

    /// <summary>Begins with the unit, so that a list walks unit by unit.</summary>
    public static string Suffix(MinutesId id) => $"{id.Key.Organization.Key}|{id.Key.Kind}|{Keys.Version(id.Version)}";

    /// <summary>The month a period ends in, so that months and quarters line up.</summary>
    public static int EndOf(Period period)
    {
        var year = int.Parse(period.Value.AsSpan(0, 4), CultureInfo.InvariantCulture);
        return period.Value[5] == 'Q'
            ? (year * 100) + ((period.Value[6] - '0') * 3)
            : (year * 100) + int.Parse(period.Value.AsSpan(5), CultureInfo.InvariantCulture);
    }
}
