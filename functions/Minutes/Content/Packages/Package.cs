using System.Buffers;
using System.IO.Compression;
using System.IO.Hashing;

namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>
/// A ZIP archive that a document may be, read within limits: the number of parts, their names, what they unpack to alone and
/// together. Parts are read as streams, one at a time.
/// </summary>
internal sealed class Package : IDisposable
{
    /// <summary>The most bytes all parts may unpack to.</summary>
    public const long MaxUnpacked = 300 * 1024 * 1024;

    /// <summary>
    /// A part that unpacks to more than this may not do so from less than a <see cref="MaxRatio"/>th of it. Smaller ones may:
    /// an empty drawing or a long table of equal rows packs very well.
    /// </summary>
    private const long FreeUnpacked = 16 * 1024 * 1024;

    private const int MaxRatio = 150;
    private const int BufferSize = 64 * 1024;

    private readonly ZipArchive _archive;
    private readonly ReadingBudget _budget;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private Package(Stream file, ReadingBudget budget)
    {
        _archive = new(file, ZipArchiveMode.Read, leaveOpen: true);
        _budget = budget;
        foreach (var entry in _archive.Entries)
        {
            Add(entry);
        }
    }

    /// <summary>The parts by their names, without folders of their own; two that differ only in case cannot be.</summary>
    public IReadOnlyDictionary<string, ZipArchiveEntry> Parts => _parts;

    /// <exception cref="ContentRefusedException">It is broken, encrypted, or not what a document can be.</exception>
    public static Package Open(Stream file, ReadingBudget budget)
    {
        ZipEnd.Check(file);
        return new(file, budget);
    }

    /// <exception cref="ContentRefusedException">The package lacks this part.</exception>
    public Stream OpenPart(string name) =>
        _parts.TryGetValue(name, out var part) ? part.Open() : throw new ContentRefusedException(MinutesRefusals.Broken);

    /// <summary>Unpacks every part once, as a proof that it can be unpacked and that its checksum holds.</summary>
    /// <param name="look">Gets each part with its first bytes (at most <see cref="FirstBytes.Length"/>).</param>
    /// <exception cref="ContentRefusedException">One is damaged, or they unpack to more than a document can hold.</exception>
    public void UnpackAll(Action<ZipArchiveEntry, ReadOnlyMemory<byte>> look)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long total = 0;
            foreach (var part in _parts.Values)
            {
                total += Unpack(part, buffer, MaxUnpacked - total, look);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _archive.Dispose();

    private void Add(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':') || name.Contains('\0') || name.Split('/').Contains(".."))
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }

        if (entry.IsEncrypted)
        {
            throw new ContentRefusedException(MinutesRefusals.Encrypted);
        }

        if (!name.EndsWith('/') && !_parts.TryAdd(name, entry))
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }
    }

    private long Unpack(
        ZipArchiveEntry part, byte[] buffer, long left, Action<ZipArchiveEntry, ReadOnlyMemory<byte>> look)
    {
        using var stream = part.Open();
        var checksum = new Crc32();
        var length = 0L;
        int read;
        while ((read = stream.ReadAtLeast(buffer.AsSpan(0, BufferSize), BufferSize, throwOnEndOfStream: false)) > 0)
        {
            _budget.Check();
            if (length == 0)
            {
                look(part, buffer.AsMemory(0, Math.Min(read, FirstBytes.Length)));
            }

            length += read;
            checksum.Append(buffer.AsSpan(0, read));
            RefuseBomb(length, part.CompressedLength, left);
        }

        return length == part.Length && checksum.GetCurrentHashAsUInt32() == part.Crc32
            ? length
            : throw new ContentRefusedException(MinutesRefusals.Broken);
    }

    private static void RefuseBomb(long length, long packed, long left)
    {
        if (length > left || (length > FreeUnpacked && length / MaxRatio > packed))
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }
    }
}
