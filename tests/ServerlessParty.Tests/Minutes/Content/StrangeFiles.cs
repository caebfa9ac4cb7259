using System.Text;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Files that are harmless and still not minutes.</summary>
internal static class StrangeFiles
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string Slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    private const string Template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

    public static IEnumerable<HostileFile> All { get; } =
    [
        new("an empty file", MinutesRefusals.Empty, () => []),
        new("a plain text", MinutesRefusals.Type, () => Encoding.UTF8.GetBytes("Biên bản họp chi bộ tháng 11")),
        new("one byte", MinutesRefusals.Type, () => [0x25]),
        new("a rich text", MinutesRefusals.Type, () => "{\\rtf1\\ansi Bien ban}"u8.ToArray()),
        new("a web page", MinutesRefusals.Type, () => "<html><body>Biên bản</body></html>"u8.ToArray()),
        new("a GIF picture", MinutesRefusals.Type, () => "GIF89a\u0001\0\u0001\0"u8.ToArray()),
        new("a TIFF picture", MinutesRefusals.Type, () => "II*\0\u0008\0\0\0"u8.ToArray()),
        new("a WebP picture", MinutesRefusals.Type, () => "RIFF\u0024\0\0\0WEBPVP8 "u8.ToArray()),
        new("an AVIF picture", MinutesRefusals.Type, () => Box("avif", "mif1")),
        new("a video of a phone", MinutesRefusals.Type, () => Box("isom", "mp42")),
        new("a HEIC photo", MinutesRefusals.Heic, () => Box("heic", "mif1")),
        new("a HEIC photo by its general name", MinutesRefusals.Heic, () => Box("mif1", "heic")),
        new("an old Word document", MinutesRefusals.OldWord, OleMaker.WordDocument),
        new("an old Word document with a long directory", MinutesRefusals.OldWord,
            () => OleMaker.With([.. Enumerable.Range(0, 30).Select(i => $"Object {i}"), "WordDocument"])),
        new("an old Excel workbook", MinutesRefusals.Type, () => OleMaker.With("Workbook")),
        new("an Outlook message", MinutesRefusals.Type, () => OleMaker.With("__properties_version1.0")),
        new("an old Word document that was cut off", MinutesRefusals.Broken, () => OleMaker.WordDocument()[..700]),
        new("an Excel workbook", MinutesRefusals.Type, () => new DocxMaker { MainType = Sheet }.Bytes()),
        new("a PowerPoint presentation", MinutesRefusals.Type, () => new DocxMaker { MainType = Slides }.Bytes()),
        new("a Word template", MinutesRefusals.Type, () => new DocxMaker { MainType = Template }.Bytes()),
        new("an OpenDocument sheet", MinutesRefusals.Type,
            () => new OdtMaker { MediaType = "application/vnd.oasis.opendocument.spreadsheet" }.Bytes()),
        new("a plain archive", MinutesRefusals.Type, () => new ZipMaker().Add("bien-ban.txt", "Biên bản").Bytes()),
        new("a book", MinutesRefusals.Type, () => new ZipMaker().Add("mimetype", "application/epub+zip", packed: false).Bytes()),
        new("a RAR archive", MinutesRefusals.Type, () => "Rar!\u001a\u0007\0 rest"u8.ToArray()),
        new("a compressed file", MinutesRefusals.Type, () => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0]),
    ];

    /// <summary>The first box of the container that HEIC, AVIF and films share.</summary>
    private static byte[] Box(string brand, string other) =>
        [0, 0, 0, 24, .. Encoding.ASCII.GetBytes("ftyp" + brand), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(other), .. new byte[100]];
}
