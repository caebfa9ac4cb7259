using System.Buffers.Binary;

namespace ServerlessParty.Minutes.Photos;

/// <summary>
/// Walks a JPEG from marker to marker, decoding nothing. The PDF gets the bytes as they are up to the end of the picture: what
/// phones append behind it (a second picture, a film) is not part of the page.
/// </summary>
internal sealed class JpegPhoto
{
    private const int StartOfScan = 0xDA;
    private const int EndOfImage = 0xD9;
    private const int Application1 = 0xE1;
    private const int Application14 = 0xEE;

    private readonly Stream _bytes;
    private Orientation _orientation;
    private bool _isAdobe;
    private (int Width, int Height, int Components)? _frame;
    private bool _hasScan;
    private bool _isForeign;

    private JpegPhoto(Stream bytes) => _bytes = bytes;

    /// <param name="photo">At its beginning, which is that of a JPEG; seekable.</param>
    public static ReadPhoto Read(Stream photo)
    {
        var jpeg = new JpegPhoto(new BufferedStream(photo, 64 * 1024));
        var isWhole = jpeg.Walk();
        if (jpeg._isForeign)
        {
            return new ReadPhoto.Refused(MinutesRefusals.Type);
        }

        if (!isWhole || !jpeg._hasScan || jpeg._frame is not ({ } width, { } height, { } components) || width == 0 || height == 0)
        {
            return new ReadPhoto.Refused(MinutesRefusals.Broken);
        }

        var end = jpeg._bytes.Position;
        return (long)width * height > Photo.MaxPixels
            ? new ReadPhoto.Refused(MinutesRefusals.Pixels)
            : new ReadPhoto.Fine(new(
                width,
                height,
                jpeg._orientation,
                jpeg.Entries(components),
                (target, token) => CopyAsync(photo, end, target, token)));
    }

    private string Entries(int components) => "/Filter /DCTDecode /BitsPerComponent 8 /ColorSpace " + components switch
    {
        1 => "/DeviceGray",
        3 => "/DeviceRGB",
        // Adobe's programs store the four inks upside down.
        _ => "/DeviceCMYK" + (_isAdobe ? " /Decode [1 0 1 0 1 0 1 0]" : ""),
    };

    /// <summary>False when the file ends before the picture does, or is no chain of markers.</summary>
    private bool Walk()
    {
        _bytes.Position = 2;
        for (var marker = NextMarker(); marker >= 0; marker = NextMarker())
        {
            if (marker == EndOfImage)
            {
                return true;
            }

            if (marker is not (0x01 or (>= 0xD0 and <= 0xD7)) && (!ReadSegment(marker) || _isForeign))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The code behind one or more 0xFF; -1 at the end of the file or where no marker is.</summary>
    private int NextMarker()
    {
        var code = _bytes.ReadByte();
        if (code != 0xFF)
        {
            return -1;
        }

        while (code == 0xFF)
        {
            code = _bytes.ReadByte();
        }

        return code;
    }

    private bool ReadSegment(int marker)
    {
        Span<byte> size = stackalloc byte[2];
        if (_bytes.ReadAtLeast(size, 2, throwOnEndOfStream: false) < 2
            || BinaryPrimitives.ReadUInt16BigEndian(size) - 2 is not (>= 0 and var length)
            || _bytes.Position + length > _bytes.Length)
        {
            return false;
        }

        var next = _bytes.Position + length;
        Learn(marker, length);
        _bytes.Position = next;
        return marker != StartOfScan || SkipScan();
    }

    private void Learn(int marker, int length)
    {
        if (marker is Application1 && Content(length) is [(byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, .. var tiff])
        {
            _orientation = Orientation.OfExif(tiff);
        }
        else if (marker is Application14)
        {
            _isAdobe = Content(length).AsSpan().StartsWith("Adobe"u8);
        }
        else if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
        {
            LearnFrame(marker, Content(length));
        }
    }

    /// <summary>PDF knows baseline, extended and progressive JPEG of eight bits, in grey, three colours or four inks.</summary>
    private void LearnFrame(int marker, byte[] frame)
    {
        _isForeign = marker > 0xC2 || frame is not [8, _, _, _, _, 1 or 3 or 4, ..];
        if (!_isForeign)
        {
            var sides = frame.AsSpan(1, 4);
            _frame ??= (BinaryPrimitives.ReadUInt16BigEndian(sides[2..]), BinaryPrimitives.ReadUInt16BigEndian(sides), frame[5]);
        }
    }

    private byte[] Content(int length)
    {
        var content = new byte[length];
        _bytes.ReadExactly(content);
        return content;
    }

    /// <summary>Stops before the next marker; inside a scan 0xFF is followed by 0 or a restart.</summary>
    private bool SkipScan()
    {
        _hasScan = true;
        for (var value = _bytes.ReadByte(); value >= 0; value = _bytes.ReadByte())
        {
            if (value == 0xFF && _bytes.ReadByte() is not (0 or (>= 0xD0 and <= 0xD7)) and var code)
            {
                _bytes.Position -= code < 0 ? 1 : 2;
                return code >= 0;
            }
        }

        return false;
    }

    private static async Task<bool> CopyAsync(Stream photo, long end, Stream target, CancellationToken cancellationToken)
    {
        photo.Position = 0;
        var buffer = new byte[64 * 1024];
        while (photo.Position < end)
        {
            var most = (int)Math.Min(buffer.Length, end - photo.Position);
            var read = await photo.ReadAsync(buffer.AsMemory(0, most), cancellationToken);
            if (read == 0)
            {
                return false;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return true;
    }
}
