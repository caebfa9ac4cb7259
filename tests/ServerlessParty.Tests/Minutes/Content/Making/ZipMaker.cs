using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace ServerlessParty.Tests.Minutes.Content.Making;

/// <summary>Writes ZIP archives byte by byte, right ones and, where a test asks for it, wrong ones.</summary>
internal sealed class ZipMaker
{
    private readonly List<Part> _parts = [];

    /// <summary>Each part says that it is locked by a password.</summary>
    public bool EncryptedFlag { get; init; }

    /// <summary>Sizes and checksum behind the bytes, as programs do that write to a pipe.</summary>
    public bool SizesBehind { get; init; }

    /// <summary>The long form of the end, needed above 4 GB and written by some programs always.</summary>
    public bool LongForm { get; init; }

    /// <summary>Moves the list away from where the end says it is.</summary>
    public int ListMovedBy { get; init; }

    /// <summary>What the end says, when it lies.</summary>
    public ushort? SaidParts { get; init; }

    /// <summary>Behind the end.</summary>
    public string Comment { get; init; } = "";

    public ZipMaker Add(string name, string text, bool packed = true) => Add(name, Encoding.UTF8.GetBytes(text), packed);

    public ZipMaker Add(string name, byte[] bytes, bool packed = true, uint checksumOff = 0)
    {
        var body = packed ? Deflate(bytes) : bytes;
        return AddPacked(name, body, bytes.Length, Crc32.HashToUInt32(bytes) ^ checksumOff, packed);
    }

    /// <summary>A part of so many zero bytes, which nobody has to hold.</summary>
    public ZipMaker AddZeros(string name, long length)
    {
        var checksum = new Crc32();
        using var body = new MemoryStream();
        using (var deflate = new DeflateStream(body, CompressionLevel.Optimal, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= zeros.Length)
            {
                var piece = zeros.AsSpan(0, (int)Math.Min(left, zeros.Length));
                deflate.Write(piece);
                checksum.Append(piece);
            }
        }

        return AddPacked(name, body.ToArray(), length, checksum.GetCurrentHashAsUInt32(), packed: true);
    }

    public ZipMaker Without(string name)
    {
        _parts.RemoveAll(part => part.Name == name);
        return this;
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        var places = new List<long>();
        foreach (var part in _parts)
        {
            places.Add(file.Position);
            WritePart(writer, part);
        }

        var list = file.Position;
        for (var i = 0; i < _parts.Count; i++)
        {
            WriteListed(writer, _parts[i], places[i]);
        }

        WriteEnd(writer, list);
        return file.ToArray();
    }

    private ushort Flags => (ushort)((EncryptedFlag ? 1 : 0) | (SizesBehind ? 8 : 0) | 0x800);

    private static byte[] Deflate(byte[] bytes)
    {
        using var body = new MemoryStream();
        using (var deflate = new DeflateStream(body, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return body.ToArray();
    }

    private ZipMaker AddPacked(string name, byte[] body, long length, uint checksum, bool packed)
    {
        _parts.Add(new(name, body, length, checksum, packed));
        return this;
    }

    private void WritePart(BinaryWriter writer, Part part)
    {
        writer.Write(0x04034B50u);
        WriteCommon(writer, part, SizesBehind);
        writer.Write((ushort)Encoding.UTF8.GetByteCount(part.Name));
        writer.Write((ushort)0);
        writer.Write(Encoding.UTF8.GetBytes(part.Name));
        writer.Write(part.Body);
        if (SizesBehind)
        {
            writer.Write(0x08074B50u);
            writer.Write(part.Checksum);
            writer.Write((uint)part.Body.Length);
            writer.Write((uint)part.Length);
        }
    }

    private void WriteListed(BinaryWriter writer, Part part, long place)
    {
        writer.Write(0x02014B50u);
        writer.Write((ushort)20);
        WriteCommon(writer, part, sizesBehind: false);
        writer.Write((ushort)Encoding.UTF8.GetByteCount(part.Name));
        writer.Write(new byte[12]);
        writer.Write((uint)place);
        writer.Write(Encoding.UTF8.GetBytes(part.Name));
    }

    private void WriteCommon(BinaryWriter writer, Part part, bool sizesBehind)
    {
        writer.Write((ushort)20);
        writer.Write(Flags);
        writer.Write((ushort)(part.Packed ? 8 : 0));
        writer.Write(0x5B6F6000u);
        writer.Write(sizesBehind ? 0 : part.Checksum);
        writer.Write(sizesBehind ? 0 : (uint)part.Body.Length);
        writer.Write(sizesBehind ? 0 : (uint)part.Length);
    }

    private void WriteEnd(BinaryWriter writer, long list)
    {
        var end = writer.BaseStream.Position;
        if (LongForm)
        {
            WriteLongForm(writer, list, end);
        }

        var parts = SaidParts ?? (LongForm ? ushort.MaxValue : (ushort)Math.Min(_parts.Count, ushort.MaxValue));
        writer.Write(0x06054B50u);
        writer.Write(0u);
        writer.Write(parts);
        writer.Write(parts);
        writer.Write(LongForm ? uint.MaxValue : (uint)(end - list));
        writer.Write(LongForm ? uint.MaxValue : (uint)(list + ListMovedBy));
        writer.Write((ushort)Comment.Length);
        writer.Write(Encoding.ASCII.GetBytes(Comment));
    }

    private void WriteLongForm(BinaryWriter writer, long list, long end)
    {
        writer.Write(0x06064B50u);
        writer.Write(44UL);
        writer.Write((ushort)45);
        writer.Write((ushort)45);
        writer.Write(0UL);
        writer.Write((ulong)_parts.Count);
        writer.Write((ulong)_parts.Count);
        writer.Write((ulong)(end - list));
        writer.Write((ulong)list);
        writer.Write(0x07064B50u);
        writer.Write(0u);
        writer.Write((ulong)end);
        writer.Write(1u);
    }

    private sealed record Part(string Name, byte[] Body, long Length, uint Checksum, bool Packed);
}
