using System.Buffers;

namespace ServerlessParty.Storage.Tables;

/// <summary>Partition and row keys: what is allowed, and how they are written in addresses.</summary>
/// <remarks>
/// Up to 512 UTF-16 characters, the empty key allowed, case-sensitive, compared by ordinal; not <c>/ \ # ?</c> and no control
/// characters U+0000-001F, U+007F-009F (the service's 'Understanding the Table service data model').
/// </remarks>
internal static class RowKeys
{
    public const int MaxLength = 512;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. "/\\#?", .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)]);

    /// <exception cref="ArgumentException">The key is missing, too long, or holds what no key may hold.</exception>
    public static string Checked(string? key, string name)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        if (key.Length > MaxLength)
        {
            throw new ArgumentException($"A key has at most {MaxLength} characters; this one has {key.Length}.", name);
        }

        if (key.AsSpan().ContainsAny(Forbidden) || !Utf16.IsWellFormed(key))
        {
            throw new ArgumentException("A key holds none of / \\ # ?, no control characters and no half characters.", name);
        }

        return key;
    }

    /// <summary>The address of a row below the endpoint, percent-encoded once; quotes inside keys are doubled.</summary>
    public static string Path(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escaped(partitionKey)}',RowKey='{Escaped(rowKey)}')";

    private static string Escaped(string key) =>
        Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
