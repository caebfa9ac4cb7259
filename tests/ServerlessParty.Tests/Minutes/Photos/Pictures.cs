using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace ServerlessParty.Tests.Minutes.Photos;

/// <summary>Small pictures as cameras and screens make them, and damaged ones.</summary>
internal static class Pictures
{
    /// <summary>48 by 32 pixels: red top left, blue top right, green bottom left, the rest white.</summary>
    public static byte[] Jpeg { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7"
        + "gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8"
        + "fHx8fHx8fHz/wAARCAAgADADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcF/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/E"
        + "ABgBAAMBAQAAAAAAAAAAAAAAAAAFBgQH/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AygC9YKQAYI9JAFgztkBz"
        + "wvUIAzOAAB//2Q==");

    /// <summary>16 by 8 pixels, in several scans.</summary>
    public static byte[] ProgressiveJpeg { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7"
        + "gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8"
        + "fHx8fHx8fHz/wgARCAAIABADASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAD/2gAM"
        + "AwEAAhADEAAAAQP/xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAEFAj//xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAEDAQE/"
        + "AX//xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAECAQE/AX//xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAY/Aj//xAAUEAEA"
        + "AAAAAAAAAAAAAAAAAAAQ/9oACAEBAAE/IT//2gAMAwEAAgADAAAAEAP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAEDAQE/EH//"
        + "xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAECAQE/EH//xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAE/ED//2Q==");

    /// <summary>The JPEG, held by the camera as <paramref name="orientation"/> says.</summary>
    public static byte[] Held(ushort orientation)
    {
        byte[] tiff = [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        return WithSegment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    /// <summary>The JPEG with one more segment behind its first marker.</summary>
    public static byte[] WithSegment(byte marker, byte[] content) =>
        [.. Jpeg[..2], 0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)((content.Length + 2) & 0xFF), .. content, .. Jpeg[2..]];

    /// <summary>The JPEG saying it has another size; its scan no longer fits, which nobody here looks at.</summary>
    public static byte[] Sized(ushort width, ushort height)
    {
        var bytes = (byte[])Jpeg.Clone();
        var frame = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(frame + 7), width);
        return bytes;
    }

    /// <param name="colourType">0 grey, 2 colours, 3 palette, 4 grey with alpha, 6 colours with alpha.</param>
    /// <param name="rows">Each with its filter before it.</param>
    /// <param name="chunks">What stands between head and picture.</param>
    /// <param name="dataChunks">Into how many chunks the picture is cut.</param>
    public static byte[] Png(
        int width, int height, byte bits, byte colourType, byte[] rows, byte interlace = 0, byte[]? chunks = null, int dataChunks = 1)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (bits, colourType, interlace);
        var packed = Packed(rows);
        var data = packed.Chunk((packed.Length + dataChunks - 1) / dataChunks).SelectMany(part => Chunk("IDAT", part));
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", head), .. chunks ?? (byte[])[], .. data, .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32.HashToUInt32(named));
        return [.. length, .. named, .. check];
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }
}
