using System.Buffers.Binary;

namespace ServerlessParty.Tests.Minutes.Content.Making;

/// <summary>JPEG files by their segments; the picture itself is noise that no check decodes.</summary>
internal sealed class JpegMaker
{
    public int Width { get; init; } = 4000;

    public int Height { get; init; } = 3000;

    /// <summary>C0: all at once; C2: in several scans, coarse first.</summary>
    public byte Frame { get; init; } = 0xC0;

    public int Scans { get; init; } = 1;

    public bool HasFrame { get; init; } = true;

    public bool HasEnd { get; init; } = true;

    /// <summary>As a phone writes it: a small picture of its own, with an end of its own.</summary>
    public bool HasThumbnail { get; init; }

    /// <summary>Behind the end, as some phones write it.</summary>
    public byte[] Behind { get; init; } = [];

    /// <summary>Between the start and the frame.</summary>
    public byte[] Before { get; init; } = [];

    public int DataBytes { get; init; } = 2000;

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(file, 0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"u8);
        if (HasThumbnail)
        {
            Segment(file, 0xE1, [.. "Exif\0\0"u8, .. new JpegMaker { Width = 160, Height = 120, DataBytes = 300 }.Bytes()]);
        }

        file.Write(Before);
        Segment(file, 0xDB, new byte[65]);
        if (HasFrame)
        {
            Segment(file, Frame, Size());
        }

        for (var scan = 0; scan < Scans; scan++)
        {
            Segment(file, 0xC4, new byte[20]);
            Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
            Data(file, scan);
        }

        file.Write(HasEnd ? [0xFF, 0xD9, .. Behind] : []);
        return file.ToArray();
    }

    private byte[] Size()
    {
        var frame = new byte[15];
        frame[0] = 8;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)Height);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(3), (ushort)Width);
        frame[5] = 3;
        return frame;
    }

    private static void Segment(MemoryStream file, byte marker, ReadOnlySpan<byte> body)
    {
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(body.Length + 2));
        file.Write([0xFF, marker]);
        file.Write(length);
        file.Write(body);
    }

    /// <summary>Noise as a picture's: each FF is followed by 00, but for restart marks.</summary>
    private void Data(MemoryStream file, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < DataBytes; i++)
        {
            var b = (byte)random.Next(256);
            file.WriteByte(b);
            if (b == 0xFF)
            {
                file.WriteByte(0);
            }
        }

        file.Write([0xFF, 0xD3, 0x12, 0x34]);
    }
}
