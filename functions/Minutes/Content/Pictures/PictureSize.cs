using System.Buffers.Binary;

namespace ServerlessParty.Minutes.Content.Pictures;

/// <summary>How large a picture may be for the one who opens it; a small file can open to any number of pixels.</summary>
internal static class PictureSize
{
    /// <summary>
    /// The most pixels: the largest photo that phones of the cheap sort take (12,000 × 9,000) still fits; those of 200
    /// million need a gigabyte to be shown.
    /// </summary>
    public const long MaxPixels = 120_000_000;

    /// <summary>The longest side, in pixels: long enough for a scrolled screenshot.</summary>
    public const int MaxSide = 32_767;

    /// <exception cref="ContentRefusedException">It has no pixels, or too many.</exception>
    public static void Check(long width, long height)
    {
        if (width <= 0 || height <= 0)
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }

        if (width > MaxSide || height > MaxSide || width * height > MaxPixels)
        {
            throw new ContentRefusedException(MinutesRefusals.Pixels);
        }
    }

    /// <summary>For a picture inside a document, as far as its first bytes say how large it is.</summary>
    /// <exception cref="ContentRefusedException">It has too many pixels.</exception>
    public static void RefuseHuge(ReadOnlySpan<byte> head)
    {
        if (head.Length > 24 && FirstBytes.KindOf(head) == FileKind.Png && head[12..16].SequenceEqual("IHDR"u8))
        {
            RefuseHuge(BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]));
        }
        else if (FirstBytes.KindOf(head) == FileKind.Jpeg && JpegFile.FrameIn(head) is { } frame)
        {
            RefuseHuge(frame.Width, frame.Height);
        }
    }

    private static void RefuseHuge(long width, long height)
    {
        if (width > 0 && height > 0)
        {
            Check(width, height);
        }
    }
}
