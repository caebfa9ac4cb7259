namespace ServerlessParty.Storage.Tables;

/// <summary>Typed reads: null when the property is absent, <see cref="InvalidOperationException"/> when it has another type.</summary>
public sealed partial class TableEntity
{
    public string? GetString(string key) => Get<string>(key);

    public int? GetInt32(string key) => GetValue<int>(key);

    public long? GetInt64(string key) => GetValue<long>(key);

    public double? GetDouble(string key) => GetValue<double>(key);

    public bool? GetBoolean(string key) => GetValue<bool>(key);

    public Guid? GetGuid(string key) => GetValue<Guid>(key);

    public byte[]? GetBinary(string key) =>
        _values.GetValueOrDefault(key) is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    public BinaryData? GetBinaryData(string key) =>
        _values.GetValueOrDefault(key) is byte[] bytes ? BinaryData.FromBytes(bytes) : Get<BinaryData>(key);

    /// <summary>Instants come back from the service in UTC.</summary>
    public DateTimeOffset? GetDateTimeOffset(string key) =>
        _values.GetValueOrDefault(key) is DateTime time
            ? new DateTimeOffset(time.ToUniversalTime())
            : GetValue<DateTimeOffset>(key);

    public DateTime? GetDateTime(string key) => GetDateTimeOffset(key)?.UtcDateTime;

    private T? GetValue<T>(string key) where T : struct => _values.GetValueOrDefault(key) switch
    {
        null => null,
        T value => value,
        var other => throw WrongType(key, typeof(T), other),
    };

    private T? Get<T>(string key) where T : class => _values.GetValueOrDefault(key) switch
    {
        null => null,
        T value => value,
        var other => throw WrongType(key, typeof(T), other),
    };

    private static InvalidOperationException WrongType(string key, Type asked, object found) =>
        new($"The property '{key}' is a {found.GetType().Name}, not a {asked.Name}.");
}
