namespace ServerlessParty.Minutes.Photos;

/// <summary>
/// Walks a PNG from chunk to chunk. PDF compresses pictures as PNG does, so the data goes over as it is; only a picture with
/// transparency is written anew, on white.
/// </summary>
internal sealed class PngPhoto
{
    private const int MaxPaletteBytes = 3 * 256;

    private readonly Stream _photo;
    private byte[] _palette = [];
    private byte[] _transparency = [];
    private Orientation _orientation;
    private bool _hasData;

    private PngPhoto(Stream photo) => _photo = photo;

    /// <param name="photo">A PNG; seekable.</param>
    public static ReadPhoto Read(Stream photo)
    {
        var chunks = PngChunks.Of(photo);
        if (chunks.Next() != "IHDR" || chunks.Length != 13 || PngFormat.Of(chunks.Content()) is not { } format)
        {
            return new ReadPhoto.Refused(MinutesRefusals.Broken);
        }

        var png = new PngPhoto(photo);
        if (!png.Walk(chunks) || !png._hasData || (format.IsPalette && png._palette.Length is 0 or > MaxPaletteBytes))
        {
            return new ReadPhoto.Refused(MinutesRefusals.Broken);
        }

        return Refusal(format) is { } code ? new ReadPhoto.Refused(code) : new ReadPhoto.Fine(png.ToPhoto(format));
    }

    /// <summary>A picture in seven passes would have to be held whole; no phone makes such.</summary>
    private static string? Refusal(PngFormat format) => format switch
    {
        { IsInterlaced: true } => MinutesRefusals.Type,
        _ when format.Pixels > (format.HasAlpha ? Photo.MaxRewrittenPixels : Photo.MaxPixels) => MinutesRefusals.Pixels,
        _ => null,
    };

    /// <summary>False when a chunk is damaged, or the file ends before the picture does.</summary>
    private bool Walk(PngChunks chunks)
    {
        while (chunks.Next() is { } type)
        {
            switch (type)
            {
                case "IEND":
                    return chunks.IsSound();
                case "PLTE" when chunks.Length <= MaxPaletteBytes:
                    _palette = chunks.Content();
                    break;
                case "tRNS" when chunks.Length <= 256:
                    _transparency = chunks.Content();
                    break;
                case "eXIf" when chunks.Length <= Orientation.MaxExifBytes:
                    _orientation = Orientation.OfExif(chunks.Content());
                    break;
                case "IDAT":
                    _hasData = true;
                    break;
            }

            if (!chunks.IsSound())
            {
                return false;
            }
        }

        return false;
    }

    private Photo ToPhoto(PngFormat format) => format.HasAlpha
        ? new(format.Width, format.Height, _orientation, PngFlattening.Entries(format), (target, token) =>
            PngFlattening.WriteAsync(new PngData(_photo), format, target, token))
        : new(format.Width, format.Height, _orientation, Entries(format), CopyAsync);

    private string Entries(PngFormat format) =>
        $"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {format.Channels} /BitsPerComponent {format.Bits} "
        + $"/Columns {format.Width} >> /BitsPerComponent {format.Bits} /ColorSpace "
        + (format.IsPalette ? Palette() : format.Channels == 1 ? "/DeviceGray" : "/DeviceRGB");

    private string Palette()
    {
        var colours = _palette.Select((value, index) =>
            OnWhite(value, index / 3 < _transparency.Length ? _transparency[index / 3] : byte.MaxValue));
        return $"[/Indexed /DeviceRGB {(_palette.Length / 3) - 1} <{Convert.ToHexStringLower([.. colours])}>]";
    }

    private static byte OnWhite(int value, int alpha) => (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);

    private async Task<bool> CopyAsync(Stream target, CancellationToken cancellationToken)
    {
        await new PngData(_photo).CopyToAsync(target, cancellationToken);
        return true;
    }
}
