namespace ServerlessParty.Storage.Tables;

/// <summary>
/// The service's limits on a row, checked before anything is sent, since an emulator checks fewer. Sources: Microsoft's
/// 'Understanding the Table service data model' and 'Scalability and performance targets for Table storage'.
/// </summary>
internal static class EntityLimits
{
    /// <summary>Properties besides the two keys and the timestamp, the <see cref="OperationId"/> included.</summary>
    public const int MaxProperties = 252;

    public const int MaxNameLength = 255;

    /// <summary>In UTF-16 characters.</summary>
    public const int MaxStringLength = 32 * 1024;

    public const int MaxBinaryBytes = 64 * 1024;

    /// <summary>In bytes of the service's own reckoning, not of JSON.</summary>
    public const int MaxEntityBytes = 1024 * 1024;

    /// <summary>The earliest instant the service can store.</summary>
    public static readonly DateTime Earliest = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <exception cref="ArgumentException">A limit is passed; the message has names and numbers, never values.</exception>
    public static void Check(TableEntity entity)
    {
        var count = 1;
        var bytes = KeyBytes(entity) + PropertyBytes(OperationId.Property, Guid.Empty.ToString("N"));
        foreach (var (name, value) in entity)
        {
            if (value is null || SystemProperties.IsKey(name) || SystemProperties.IsNotSent(name))
            {
                continue;
            }

            CheckName(name);
            count++;
            bytes += PropertyBytes(name, value);
        }

        Require(count <= MaxProperties, $"A row has at most {MaxProperties} properties, one of them the client's own; this one has {count}.");
        Require(bytes <= MaxEntityBytes, $"A row has at most {MaxEntityBytes} bytes; this one has {bytes}.");
    }

    private static int KeyBytes(TableEntity entity) => 4 + (2 * (
        RowKeys.Checked(entity.PartitionKey, nameof(entity.PartitionKey)).Length
        + RowKeys.Checked(entity.RowKey, nameof(entity.RowKey)).Length));

    private static void CheckName(string name)
    {
        Require(name.Length <= MaxNameLength, $"A property's name has at most {MaxNameLength} characters.");
        Require(
            name.Length > 0 && !char.IsDigit(name[0]) && name.All(character => character == '_' || char.IsLetterOrDigit(character)),
            "A property's name is letters, digits and underscores, no digit first.");
        Require(name != OperationId.Property, $"The property name '{OperationId.Property}' is the client's own.");
    }

    private static int PropertyBytes(string name, object value) => 8 + (2 * name.Length) + value switch
    {
        string text => 4 + (2 * Within(WholeCharacters(text, name), MaxStringLength, name, "characters")),
        byte[] binary => 4 + Within(binary.Length, MaxBinaryBytes, name, "bytes"),
        BinaryData binary => 4 + Within(binary.ToMemory().Length, MaxBinaryBytes, name, "bytes"),
        DateTimeOffset time => InRange(time.UtcDateTime, name),
        DateTime time => InRange(time.ToUniversalTime(), name),
        Guid => 16,
        long or double => 8,
        int => 4,
        bool => 1,
        _ => throw new NotSupportedException($"The property '{name}' is a {value.GetType().Name}, which tables do not store."),
    };

    private static int WholeCharacters(string text, string name)
    {
        Require(Utf16.IsWellFormed(text), $"The property '{name}' has half a character.");
        return text.Length;
    }

    private static int Within(int length, int most, string name, string unit)
    {
        Require(length <= most, $"The property '{name}' has {length} {unit}; the most is {most}.");
        return length;
    }

    private static int InRange(DateTime time, string name)
    {
        Require(time >= Earliest, $"The property '{name}' is before the year 1601, which tables do not store.");
        return 8;
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
