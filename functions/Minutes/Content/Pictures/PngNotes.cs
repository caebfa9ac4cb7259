using System.IO.Compression;
using System.IO.Hashing;

namespace ServerlessParty.Minutes.Content.Pictures;

/// <summary>The notes and colour profiles of a PNG are packed on their own, and readers unpack them whole.</summary>
internal static class PngNotes
{
    /// <summary>The most bytes of one, packed.</summary>
    private const int MaxPacked = 4 * 1024 * 1024;

    /// <summary>The most bytes of one, unpacked.</summary>
    private const long MaxUnpacked = 16 * 1024 * 1024;

    /// <exception cref="ContentRefusedException">It unpacks to too much.</exception>
    public static void Check(ByteReader bytes, string type, long length, Crc32 checksum)
    {
        if (length > MaxPacked)
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }

        var note = new byte[length];
        bytes.Read(note);
        checksum.Append(note);
        var packed = Packed(note, type);
        if (packed >= 0 && packed < note.Length)
        {
            RefuseBomb(note, packed);
        }
    }

    /// <summary>Where the packed bytes begin, or -1: behind the keyword and, in the form for any language, two more texts.</summary>
    private static int Packed(ReadOnlySpan<byte> note, string type)
    {
        var keyword = note.IndexOf((byte)0);
        if (keyword < 0 || type != "iTXt")
        {
            return keyword < 0 ? -1 : keyword + 2;
        }

        if (keyword + 3 > note.Length || note[keyword + 1] != 1)
        {
            return -1;
        }

        var language = note[(keyword + 3)..].IndexOf((byte)0);
        var translated = language < 0 ? -1 : note[(keyword + 4 + language)..].IndexOf((byte)0);
        return translated < 0 ? -1 : keyword + 5 + language + translated;
    }

    /// <summary>A note that cannot be unpacked is no reason to refuse a picture that can be seen.</summary>
    private static void RefuseBomb(byte[] note, int start)
    {
        using var unpacked = new ZLibStream(new MemoryStream(note, start, note.Length - start), CompressionMode.Decompress);
        var buffer = new byte[16 * 1024];
        var total = 0L;
        try
        {
            for (int read; (read = unpacked.Read(buffer)) > 0;)
            {
                total += read;
                if (total > MaxUnpacked)
                {
                    throw new ContentRefusedException(MinutesRefusals.Unpacks);
                }
            }
        }
        catch (InvalidDataException)
        {
        }
    }
}
