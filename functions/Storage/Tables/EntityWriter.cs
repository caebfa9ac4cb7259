using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessParty.Storage.Tables;

/// <summary>Writes a row as the service's JSON, with types where JSON has none. Nulls are left out: they are not stored.</summary>
internal static class EntityWriter
{
    // Vietnamese letters unescaped: the row is for the service alone, and limits count bytes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">The row passes a limit of the service.</exception>
    public static ReadOnlyMemory<byte> Write(TableEntity entity, OperationId operation)
    {
        EntityLimits.Check(entity);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString(SystemProperties.PartitionKey, entity.PartitionKey);
        json.WriteString(SystemProperties.RowKey, entity.RowKey);
        foreach (var (name, value) in entity)
        {
            if (!SystemProperties.IsKey(name) && !SystemProperties.IsNotSent(name))
            {
                WriteValue(json, name, value);
            }
        }

        json.WriteString(OperationId.Property, operation.Value);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The only kind of row this client can write.</summary>
    /// <exception cref="NotSupportedException"><paramref name="entity"/> is of another type.</exception>
    public static TableEntity Row(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity as TableEntity
            ?? throw new NotSupportedException($"This client writes {nameof(TableEntity)} only, not {entity.GetType().Name}.");
    }

    /// <summary>An instant as the service writes it: UTC, seven digits.</summary>
    public static string Instant(DateTime time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case long number: WriteTyped(json, name, EdmTypes.Int64, number.ToString(CultureInfo.InvariantCulture)); break;
            case double number: WriteDouble(json, name, number); break;
            case Guid id: WriteTyped(json, name, EdmTypes.Guid, id.ToString("D")); break;
            case DateTimeOffset time: WriteTyped(json, name, EdmTypes.DateTime, Instant(time.UtcDateTime)); break;
            case DateTime time: WriteTyped(json, name, EdmTypes.DateTime, Instant(time)); break;
            case byte[] bytes: WriteTyped(json, name, EdmTypes.Binary, Convert.ToBase64String(bytes)); break;
            case BinaryData data: WriteTyped(json, name, EdmTypes.Binary, Convert.ToBase64String(data.ToMemory().Span)); break;
            default: throw new NotSupportedException($"Tables do not store a {value.GetType().Name}.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + EdmTypes.Suffix, type);
        json.WriteString(name, value);
    }

    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        if (!double.IsFinite(number))
        {
            WriteTyped(json, name, EdmTypes.Double, EdmTypes.NotFinite(number));
            return;
        }

        // Without its type a whole number would become an Int32.
        json.WriteString(name + EdmTypes.Suffix, EdmTypes.Double);
        json.WriteNumber(name, number);
    }
}
