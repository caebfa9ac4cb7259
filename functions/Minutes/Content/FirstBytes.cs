namespace ServerlessParty.Minutes.Content;

/// <summary>What a file is by its first bytes; the name says nothing.</summary>
internal enum FileKind
{
    Unknown,
    Program,
    Pdf,
    Zip,
    Jpeg,
    Png,

    /// <summary>The container of old Office files, of encrypted new ones and of installers.</summary>
    Ole,
    Heic,
}

/// <summary>Knows files by how they begin.</summary>
internal static class FirstBytes
{
    /// <summary>How many bytes are enough to tell.</summary>
    public const int Length = 4096;

    /// <summary>Readers of PDF look for its header this far, since some senders put a few bytes before it.</summary>
    private const int PdfHeaderWithin = 1024;

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"];

    public static FileKind KindOf(ReadOnlySpan<byte> head)
    {
        if (Programs.Is(head))
        {
            return FileKind.Program;
        }

        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return FileKind.Zip;
        }

        return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
            : head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKind.Png
            : IsOle(head) ? FileKind.Ole
            : IsHeic(head) ? FileKind.Heic
            : head[..Math.Min(head.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf
            : FileKind.Unknown;
    }

    public static bool IsOle(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Archives of any sort, by their first bytes.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) || head.StartsWith("Rar!\u001A"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) || head.StartsWith("BZh"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) || head.StartsWith("MSCF\0"u8)
        || IsGzip(head) || (head.Length > 262 && head[257..].StartsWith("ustar"u8));

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    /// <summary>The first box of the file names its brands; AVIF and video share the container and are not HEIC.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..8].SequenceEqual("ftyp"u8))
        {
            return false;
        }

        var brands = head[8..Math.Min(head.Length, 64)];
        var major = System.Text.Encoding.Latin1.GetString(brands[..4]);
        return HeicBrands.Contains(major) && brands.IndexOf("avif"u8) < 0;
    }
}
