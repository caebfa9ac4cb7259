using System.Buffers.Binary;

namespace ServerlessParty.Minutes.Content.Pictures;

/// <summary>
/// Checks that a JPEG is whole: a frame with its size, a scan, and an end. What phones write behind the end (a second
/// picture, a film, their own notes) is theirs.
/// </summary>
internal static class JpegFile
{
    /// <summary>A progressive photo has about ten scans; hundreds only keep the reader busy.</summary>
    private const int MaxScans = 100;

    private const byte Marker = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <exception cref="ContentRefusedException">It is broken or too large.</exception>
    public static void Check(Stream file, ReadingBudget budget)
    {
        var bytes = new ByteReader(file, budget);
        bytes.Skip(2);
        var hasFrame = false;
        var scans = 0;
        while (NextMarker(bytes) is var marker && marker != EndOfImage)
        {
            if (IsFrame(marker))
            {
                hasFrame = CheckFrame(bytes);
            }
            else if (marker == StartOfScan && (!hasFrame || ++scans > MaxScans))
            {
                throw new ContentRefusedException(hasFrame ? MinutesRefusals.Pixels : MinutesRefusals.Broken);
            }
            else if (HasLength(marker))
            {
                bytes.Skip(Length(bytes));
            }
        }

        if (scans == 0)
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }
    }

    /// <summary>The size in pixels, when the first bytes of a picture reach so far.</summary>
    public static (int Width, int Height)? FrameIn(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 < head.Length && head[at] == Marker;)
        {
            if (IsFrame(head[at + 1]))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
        }

        return null;
    }

    /// <summary>Passes over the picture's data: there a marker's first byte is followed by zero, or by another of its kind.</summary>
    private static byte NextMarker(ByteReader bytes)
    {
        while (true)
        {
            bytes.SkipTo(Marker);
            byte next;
            do
            {
                next = bytes.Next();
            }
            while (next == Marker);

            if (next != 0)
            {
                return next;
            }
        }
    }

    private static bool CheckFrame(ByteReader bytes)
    {
        var length = Length(bytes);
        Span<byte> frame = stackalloc byte[6];
        bytes.Read(frame);
        PictureSize.Check(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
        bytes.Skip(Math.Max(0, length - frame.Length));
        return true;
    }

    private static int Length(ByteReader bytes)
    {
        Span<byte> length = stackalloc byte[2];
        bytes.Read(length);
        return BinaryPrimitives.ReadUInt16BigEndian(length) is var whole && whole >= 2
            ? whole - 2
            : throw new ContentRefusedException(MinutesRefusals.Broken);
    }

    /// <summary>C4, C8 and CC share the range and are tables.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Restarts, the start, and a marker for one's own use stand alone.</summary>
    private static bool HasLength(byte marker) => marker is not (0x01 or (>= 0xD0 and <= 0xD8));
}
