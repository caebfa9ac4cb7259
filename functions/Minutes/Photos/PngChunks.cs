using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace ServerlessParty.Minutes.Photos;

/// <summary>The chunks of a PNG, one after the other: a length, four letters, the content, a checksum of both.</summary>
internal sealed class PngChunks
{
    private const int SignatureLength = 8;
    private const int HeadLength = 8;
    private const int CheckLength = 4;

    private readonly Stream _bytes;
    private long _next = SignatureLength;

    private PngChunks(Stream bytes) => _bytes = bytes;

    public static PngChunks Of(Stream photo) => new(new BufferedStream(photo, 64 * 1024));

    /// <summary>Of the current chunk's content, in bytes; no longer than the file.</summary>
    public long Length { get; private set; }

    private long Start => _next - CheckLength - Length;

    /// <summary>The letters of the next chunk, its content being next to read; null when the file does not hold it.</summary>
    public string? Next()
    {
        Span<byte> head = stackalloc byte[HeadLength];
        _bytes.Position = _next;
        if (_bytes.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength)
        {
            return null;
        }

        Length = BinaryPrimitives.ReadUInt32BigEndian(head);
        _next += HeadLength + Length + CheckLength;
        return _next <= _bytes.Length ? Encoding.Latin1.GetString(head[4..]) : null;
    }

    public int Read(Span<byte> buffer) =>
        _bytes.Read(buffer[..(int)Math.Min(buffer.Length, Start + Length - _bytes.Position)]);

    /// <summary>All of it; for chunks known to be short.</summary>
    public byte[] Content()
    {
        var content = new byte[Length];
        _bytes.Position = Start;
        _bytes.ReadExactly(content);
        return content;
    }

    /// <summary>Whether the checksum is right.</summary>
    public bool IsSound()
    {
        var check = new Crc32();
        var buffer = new byte[4096];
        _bytes.Position = Start - 4;
        for (var left = Length + 4; left > 0;)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, left));
            _bytes.ReadExactly(part);
            check.Append(part);
            left -= part.Length;
        }

        _bytes.ReadExactly(buffer, 0, CheckLength);
        return BinaryPrimitives.ReadUInt32BigEndian(buffer) == check.GetCurrentHashAsUInt32();
    }
}
