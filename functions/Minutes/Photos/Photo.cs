namespace ServerlessParty.Minutes.Photos;

/// <summary>A photo as a PDF takes it over.</summary>
/// <param name="Width">Of the stored picture, in pixels, before it is turned upright.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Entries">What the PDF must say of the data: colours, bits, filter.</param>
/// <param name="CopyAsync">Writes the data; false when it turns out damaged.</param>
internal sealed record Photo(
    int Width,
    int Height,
    Orientation Orientation,
    string Entries,
    Func<Stream, CancellationToken, Task<bool>> CopyAsync)
{
    /// <summary>More than the best phones take; nobody reads a page of more.</summary>
    public const long MaxPixels = 120_000_000;

    /// <summary>For pictures that are written anew, each pixel by itself.</summary>
    public const long MaxRewrittenPixels = 40_000_000;
}

/// <summary>What the bytes of a photo turned out to be.</summary>
internal abstract record ReadPhoto
{
    private ReadPhoto()
    {
    }

    public sealed record Fine(Photo Photo) : ReadPhoto;

    /// <param name="Code">One of <see cref="MinutesRefusals"/>.</param>
    public sealed record Refused(string Code) : ReadPhoto;

    /// <summary>Reads the head of a photo from its beginning, and that its end is there.</summary>
    public static ReadPhoto Of(Stream photo)
    {
        Span<byte> head = stackalloc byte[12];
        photo.Position = 0;
        head = head[..photo.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        photo.Position = 0;
        return head switch
        {
            [] => new Refused(MinutesRefusals.Empty),
            [0xFF, 0xD8, 0xFF, ..] => JpegPhoto.Read(photo),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => PngPhoto.Read(photo),
            _ => new Refused(IsHeic(head) ? MinutesRefusals.Heic : MinutesRefusals.Type),
        };
    }

    private static bool IsHeic(ReadOnlySpan<byte> head) => head.Length == 12 && head[4..8].SequenceEqual("ftyp"u8)
        && (head[8..10].SequenceEqual("he"u8) || head[8..].SequenceEqual("mif1"u8) || head[8..].SequenceEqual("msf1"u8));
}
