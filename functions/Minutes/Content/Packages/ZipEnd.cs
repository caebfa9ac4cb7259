using System.Buffers.Binary;

namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>Looks at the end of a ZIP archive before anything reads its list: a small file can list a million parts.</summary>
internal static class ZipEnd
{
    /// <summary>More parts than a document of a few hundred pictures has.</summary>
    public const int MaxParts = 5_000;

    /// <summary>The most bytes of the list of parts.</summary>
    private const int MaxListBytes = 1024 * 1024;

    private const int RecordBytes = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorBytes = 20;
    private const int LongRecordBytes = 56;

    /// <exception cref="ContentRefusedException">There is no list, it is not where it should be, or it is too long.</exception>
    public static void Check(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, RecordBytes + LongestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < RecordBytes)
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }

        var record = tail.AsSpan(at);
        ulong parts = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        ulong start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (parts == ushort.MaxValue || start == uint.MaxValue)
        {
            (parts, start) = LongForm(file, tail.AsSpan(0, at));
        }

        Check(parts, start, (ulong)(file.Length - tail.Length + at));
    }

    /// <summary>Archives of the long form say it in another record; some programs use that form without need.</summary>
    private static (ulong Parts, ulong Start) LongForm(Stream file, ReadOnlySpan<byte> before)
    {
        var record = new byte[LongRecordBytes];
        if (before.Length >= LocatorBytes && before[^LocatorBytes..].StartsWith("PK\u0006\u0007"u8)
            && BinaryPrimitives.ReadUInt64LittleEndian(before[(before.Length - 12)..]) is var place && place < (ulong)file.Length)
        {
            file.Position = (long)place;
            file.ReadExactly(record);
        }

        return record.AsSpan().StartsWith("PK\u0006\u0006"u8)
            ? (BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(32)), BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(48)))
            : throw new ContentRefusedException(MinutesRefusals.Broken);
    }

    private static void Check(ulong parts, ulong start, ulong end)
    {
        if (start >= end)
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }

        if (parts > MaxParts || end - start > MaxListBytes)
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }
    }
}
