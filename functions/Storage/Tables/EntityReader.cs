using System.Globalization;
using System.Text.Json;
using Azure;

namespace ServerlessParty.Storage.Tables;

/// <summary>Reads rows from the service's JSON with minimal metadata.</summary>
internal static class EntityReader
{
    public static TableEntity ReadOne(Response response)
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return Read(document.RootElement);
    }

    public static IReadOnlyList<TableEntity> ReadMany(Response response)
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var rows = document.RootElement.GetProperty("value");
        var entities = new List<TableEntity>(rows.GetArrayLength());
        foreach (var row in rows.EnumerateArray())
        {
            entities.Add(Read(row));
        }

        return entities;
    }

    private static TableEntity Read(JsonElement row)
    {
        var entity = new TableEntity();
        var types = TypesOf(row);
        foreach (var property in row.EnumerateObject())
        {
            var name = property.Name;
            if (name == SystemProperties.ETag || !(IsMetadata(name) || name == OperationId.Property))
            {
                Set(entity, name, property.Value, types?.GetValueOrDefault(name));
            }
        }

        return entity;
    }

    /// <summary>An annotation may stand before or after its property.</summary>
    private static Dictionary<string, string?>? TypesOf(JsonElement row)
    {
        Dictionary<string, string?>? types = null;
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name.EndsWith(EdmTypes.Suffix, StringComparison.Ordinal))
            {
                (types ??= [])[property.Name[..^EdmTypes.Suffix.Length]] = property.Value.GetString();
            }
        }

        return types;
    }

    private static bool IsMetadata(string name) =>
        name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal);

    private static void Set(TableEntity entity, string name, JsonElement value, string? type)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            entity[name] = name == SystemProperties.Timestamp ? Instant(value) : ValueOf(value, type);
        }
    }

    private static object? ValueOf(JsonElement value, string? type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.String, EdmTypes.Int64) => long.Parse(value.GetString()!, NumberStyles.Integer, CultureInfo.InvariantCulture),
        (JsonValueKind.String, EdmTypes.Double) => EdmTypes.ParseDouble(value.GetString()!),
        (JsonValueKind.String, EdmTypes.Guid) => value.GetGuid(),
        (JsonValueKind.String, EdmTypes.DateTime) => Instant(value),
        (JsonValueKind.String, EdmTypes.Binary) => value.GetBytesFromBase64(),
        (JsonValueKind.String, _) => value.GetString(),
        (JsonValueKind.Number, EdmTypes.Double) => value.GetDouble(),
        (JsonValueKind.Number, EdmTypes.Int64) => value.GetInt64(),
        (JsonValueKind.Number, _) => Number(value),
        (JsonValueKind.True, _) => true,
        (JsonValueKind.False, _) => false,
        _ => throw new FormatException($"A row holds a {value.ValueKind}, which is no value of a table."),
    };

    /// <summary>A double that prints with a point needs no annotation, so the point tells.</summary>
    private static object Number(JsonElement value)
    {
        if (value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return value.GetDouble();
        }

        if (value.TryGetInt32(out var small))
        {
            return small;
        }

        // A branch each: one expression would make all of them doubles.
        return value.TryGetInt64(out var large) ? (object)large : value.GetDouble();
    }

    private static DateTimeOffset Instant(JsonElement value) =>
        DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
