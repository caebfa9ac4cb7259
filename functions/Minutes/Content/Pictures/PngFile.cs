using System.Buffers.Binary;
using System.IO.Hashing;

namespace ServerlessParty.Minutes.Content.Pictures;

/// <summary>Checks that a PNG is whole: every chunk up to the last one with its checksum, its size first, its picture in between.</summary>
internal static class PngFile
{
    private const int SignatureBytes = 8;
    private const int HeaderBytes = 13;

    /// <exception cref="ContentRefusedException">It is broken, too large, or packs more beside its picture than it may.</exception>
    public static void Check(Stream file, ReadingBudget budget)
    {
        var bytes = new ByteReader(file, budget);
        bytes.Skip(SignatureBytes);
        var hasPicture = false;
        for (var first = true; ; first = false)
        {
            var (type, length) = Head(bytes);
            if (first != (type == "IHDR"))
            {
                throw new ContentRefusedException(MinutesRefusals.Broken);
            }

            CheckChunk(bytes, type, length);
            hasPicture |= type == "IDAT";
            if (type == "IEND")
            {
                break;
            }
        }

        if (!hasPicture)
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }
    }

    private static (string Type, long Length) Head(ByteReader bytes)
    {
        Span<byte> head = stackalloc byte[8];
        bytes.Read(head);
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        var type = System.Text.Encoding.ASCII.GetString(head[4..]);
        return type.All(char.IsAsciiLetter) && length <= int.MaxValue
            ? (type, length)
            : throw new ContentRefusedException(MinutesRefusals.Broken);
    }

    private static void CheckChunk(ByteReader bytes, string type, long length)
    {
        var checksum = new Crc32();
        checksum.Append(System.Text.Encoding.ASCII.GetBytes(type));
        if (type == "IHDR")
        {
            CheckHeader(bytes, length, checksum);
        }
        else if (type is "zTXt" or "iTXt" or "iCCP")
        {
            PngNotes.Check(bytes, type, length, checksum);
        }
        else
        {
            Pass(bytes, length, checksum);
        }

        Span<byte> stored = stackalloc byte[4];
        bytes.Read(stored);
        if (BinaryPrimitives.ReadUInt32BigEndian(stored) != checksum.GetCurrentHashAsUInt32())
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }
    }

    private static void CheckHeader(ByteReader bytes, long length, Crc32 checksum)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (length != HeaderBytes)
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }

        bytes.Read(header);
        checksum.Append(header);
        var (depth, colour) = (header[8], header[9]);
        if (depth is not (1 or 2 or 4 or 8 or 16) || colour is not (0 or 2 or 3 or 4 or 6) || header[10] != 0 || header[12] > 1)
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }

        PictureSize.Check(BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
    }

    private static void Pass(ByteReader bytes, long length, Crc32 checksum)
    {
        while (length > 0)
        {
            var piece = bytes.Piece((int)length);
            checksum.Append(piece);
            length -= piece.Length;
        }
    }
}
