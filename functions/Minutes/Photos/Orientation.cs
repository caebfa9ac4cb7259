using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.IO;

namespace ServerlessParty.Minutes.Photos;

/// <summary>How a photo must be turned or mirrored to stand upright: the EXIF values 1 (as it is) to 8.</summary>
internal readonly record struct Orientation
{
    /// <summary>A reader of EXIF meets at most one segment of a JPEG.</summary>
    public const int MaxExifBytes = 65_536;

    private readonly int _turn;

    private Orientation(int value) => _turn = value - 1;

    public static Orientation AsItIs => default;

    public int Value => _turn + 1;

    /// <summary>Whether the width of the stored picture is the height of the upright one.</summary>
    public bool SwapsSides => Value >= 5;

    /// <summary>A value outside 1 to 8 means nothing.</summary>
    public static Orientation Of(int value) => value is >= 1 and <= 8 ? new(value) : AsItIs;

    /// <summary>Reads the TIFF block of EXIF; a damaged or strange one turns nothing.</summary>
    public static Orientation OfExif(byte[] tiff) => new ExifReader().Extract(new ByteArrayReader(tiff))
        .OfType<ExifIfd0Directory>()
        .Select(directory => directory.TryGetInt32(ExifDirectoryBase.TagOrientation, out var value) ? Of(value) : AsItIs)
        .FirstOrDefault();

    /// <summary>
    /// Where the corners of the unit square (its top row is the photo's first) go, as the six numbers of a PDF matrix:
    /// x' = ax + cy + e, y' = bx + dy + f.
    /// </summary>
    public (int A, int B, int C, int D, int E, int F) Matrix => Value switch
    {
        2 => (-1, 0, 0, 1, 1, 0),
        3 => (-1, 0, 0, -1, 1, 1),
        4 => (1, 0, 0, -1, 0, 1),
        5 => (0, -1, -1, 0, 1, 1),
        6 => (0, -1, 1, 0, 0, 1),
        7 => (0, 1, 1, 0, 0, 0),
        8 => (0, 1, -1, 0, 1, 0),
        _ => (1, 0, 0, 1, 0, 0),
    };
}
