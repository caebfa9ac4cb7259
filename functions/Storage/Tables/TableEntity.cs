using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure;

namespace ServerlessParty.Storage.Tables;

/// <summary>
/// A row as a dictionary. Values are string, int, long, double, bool, <see cref="Guid"/>, <see cref="DateTime"/>,
/// <see cref="DateTimeOffset"/>, byte[] or <see cref="BinaryData"/>; null means 'not stored'. Not thread-safe.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is the one callers know from Azure.Data.Tables.")]
public sealed partial class TableEntity : ITableEntity, IDictionary<string, object?>
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public TableEntity()
    {
    }

    public TableEntity(string partitionKey, string rowKey)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object?> values)
    {
        foreach (var (key, value) in values)
        {
            this[key] = value;
        }
    }

    /// <summary>Null when a query's select left it out.</summary>
    public string PartitionKey
    {
        get => GetString(SystemProperties.PartitionKey)!;
        set => _values[SystemProperties.PartitionKey] = value;
    }

    /// <summary>Null when a query's select left it out.</summary>
    public string RowKey
    {
        get => GetString(SystemProperties.RowKey)!;
        set => _values[SystemProperties.RowKey] = value;
    }

    /// <summary>When the service last wrote the row; never sent.</summary>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(SystemProperties.Timestamp);
        set => _values[SystemProperties.Timestamp] = value;
    }

    /// <summary>The version the row was read at; never sent with the row.</summary>
    public ETag ETag
    {
        get => GetString(SystemProperties.ETag) is { } tag ? new ETag(tag) : default;
        set => _values[SystemProperties.ETag] = value.ToString();
    }

    public int Count => _values.Count;

    public ICollection<string> Keys => _values.Keys;

    ICollection<object?> IDictionary<string, object?>.Values => _values.Values;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    /// <summary>Null when absent. A new value keeps the wider type of the one it replaces: int into long or double.</summary>
    public object? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = Widen(_values.GetValueOrDefault(key), value);
    }

    public void Add(string key, object? value) => _values.Add(key, value);

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool Remove(string key) => _values.Remove(key);

    public bool TryGetValue(string key, out object? value) => _values.TryGetValue(key, out value);

    public void Clear() => _values.Clear();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) => _values.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)_values).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)_values).Remove(item);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() =>
        _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    private static object? Widen(object? old, object? value) => (old, value) switch
    {
        (long, int number) => (long)number,
        (double, int number) => (double)number,
        (DateTimeOffset, DateTime time) => new DateTimeOffset(time.ToUniversalTime()),
        _ => value,
    };
}
