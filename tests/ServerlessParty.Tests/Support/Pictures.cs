using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace ServerlessParty.Tests.Support;

/// <summary>Sound pictures of a few pixels.</summary>
internal static class Pictures
{
    /// <summary>A grey picture; another shade is another file.</summary>
    public static byte[] Png(byte shade, int width = 4, int height = 6)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a pixel, grey
        using var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] row = [0, .. Enumerable.Repeat(shade, width)];
            for (var y = 0; y < height; y++)
            {
                zip.Write(row);
            }
        }

        return [137, 80, 78, 71, 13, 10, 26, 10, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(name), .. content];
        var length = new byte[4];
        var sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(signed));
        return [.. length, .. signed, .. sum];
    }
}
