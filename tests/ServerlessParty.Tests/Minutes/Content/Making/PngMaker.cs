using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace ServerlessParty.Tests.Minutes.Content.Making;

/// <summary>PNG files by their chunks.</summary>
internal sealed class PngMaker
{
    private readonly List<(string Type, byte[] Body)> _chunks = [];

    public int Width { get; init; } = 20;

    public int Height { get; init; } = 10;

    /// <summary>0 grey, 2 colour, 4 and 6 the same with a mask.</summary>
    public byte Colour { get; init; } = 2;

    public byte Interlace { get; init; }

    public bool HasPicture { get; init; } = true;

    public bool HasEnd { get; init; } = true;

    /// <summary>Which chunk gets a wrong checksum.</summary>
    public string WrongChecksum { get; init; } = "";

    public byte[] Behind { get; init; } = [];

    /// <summary>A chunk before the picture.</summary>
    public PngMaker With(string type, byte[] body)
    {
        _chunks.Add((type, body));
        return this;
    }

    public static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", Header());
        _chunks.ForEach(chunk => Chunk(file, chunk.Type, chunk.Body));
        if (HasPicture)
        {
            var packed = Pack(new byte[Math.Min(1_000_000, Height * ((Width * 4) + 1))]);
            Chunk(file, "IDAT", packed[..(packed.Length / 2)]);
            Chunk(file, "IDAT", packed[(packed.Length / 2)..]);
        }

        if (HasEnd)
        {
            Chunk(file, "IEND", []);
            file.Write(Behind);
        }

        return file.ToArray();
    }

    private byte[] Header()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9], header[12]) = (8, Colour, Interlace);
        return header;
    }

    private void Chunk(MemoryStream file, string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(named) ^ (type == WrongChecksum ? 1u : 0));
        file.Write(number);
    }
}
