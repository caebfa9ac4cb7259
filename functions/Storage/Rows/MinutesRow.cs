using System.Globalization;
using System.Text.Json;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Storage.Rows;

/// <summary>Minutes as rows of their dossier: what they are, their words, and the marker of their bytes.</summary>
internal static class MinutesRow
{
    /// <summary>A property holds at most 32,768 characters; a form may be longer.</summary>
    private const int PartLength = 32_000;

    private const string Form = "Form";

    public static TableEntity Of(MeetingMinutes minutes)
    {
        var row = new TableEntity(minutes.Id.Key.Organization.Key, Keys.Minutes(minutes.Id))
        {
            ["Id"] = minutes.Id.Key.Organization.Value,
            ["MeetingDate"] = minutes.MeetingDate?.ToString("O", CultureInfo.InvariantCulture),
            ["Sha256"] = minutes.Sha256,
            ["Size"] = minutes.Size,
            ["Type"] = minutes.Type.ToString(),
            ["FileName"] = minutes.FileName,
            ["State"] = minutes.State.ToString(),
            ["ReceivedAt"] = minutes.ReceivedAt,
            ["ReceivedBy"] = minutes.ReceivedBy,
            ["Channel"] = minutes.Channel.ToString(),
            ["Signals"] = minutes.Signals is { Count: > 0 } signals ? JsonSerializer.Serialize(signals) : null,
            ["Sketch"] = minutes.Sketch?.Value,
        };
        var form = minutes.Form is null ? "" : JsonSerializer.Serialize(minutes.Form);
        foreach (var (index, part) in form.Chunk(PartLength).Index())
        {
            row[Form + index.ToString(CultureInfo.InvariantCulture)] = new string(part);
        }

        return row;
    }

    public static MeetingMinutes Minutes(TableEntity row) => new(
        Id(row),
        row.GetString("MeetingDate") is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null,
        row.GetString("Sha256")!,
        row.GetInt64("Size") ?? 0,
        Enum.Parse<DocumentType>(row.GetString("Type")!),
        row.GetString("FileName")!,
        Enum.Parse<MinutesState>(row.GetString("State")!),
        row.GetDateTimeOffset("ReceivedAt") ?? default,
        row.GetString("ReceivedBy") ?? "",
        Enum.Parse<MinutesChannel>(row.GetString("Channel")!),
        FormOf(row),
        row.GetString("Signals") is { } signals ? JsonSerializer.Deserialize<List<FormalitySignal>>(signals) : null,
        row.GetString("Sketch") is { } sketch ? new TextSketch(sketch) : null);

    public static MinutesId Id(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return new(
            new(OrganizationId.Parse(row.GetString("Id")!), ObligationKind.Parse(parts[1]), Period.Parse(parts[2])),
            int.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    /// <summary>At most 3,000 words of 30 characters: three properties hold them.</summary>
    public static TableEntity Words(MinutesId id, IReadOnlyCollection<string> words)
    {
        var row = new TableEntity(id.Key.Organization.Key, Keys.Words(id));
        foreach (var (index, part) in words.Chunk(1_000).Index())
        {
            row["Words" + index.ToString(CultureInfo.InvariantCulture)] = string.Join(' ', part);
        }

        return row;
    }

    public static IReadOnlyList<string> Words(TableEntity row) =>
    [
        .. row.Keys.Where(name => name.StartsWith("Words", StringComparison.Ordinal))
            .SelectMany(name => row.GetString(name)!.Split(' ')),
    ];

    public static TableEntity Bytes(MinutesId id, string sha256) =>
        new(id.Key.Organization.Key, Keys.Bytes(sha256)) { ["Minutes"] = id.ToString() };

    public static MinutesId Original(TableEntity row) =>
        MinutesId.TryParse(row.GetString("Minutes"), out var id)
            ? id
            : throw new FormatException($"The marker {row.RowKey} names no minutes.");

    private static MinutesForm? FormOf(TableEntity row)
    {
        var json = string.Concat(row.Keys
            .Where(name => name.StartsWith(Form, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(row.GetString));
        return json.Length == 0 ? null : JsonSerializer.Deserialize<MinutesForm>(json);
    }
}
