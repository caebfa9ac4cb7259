using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Photos and pictures that are damaged, or open to more than anybody can look at.</summary>
internal static class HostilePictures
{
    public static IEnumerable<HostileFile> All { get; } =
    [
        Broken("a JPEG without a frame", () => new JpegMaker { HasFrame = false }.Bytes()),
        Broken("a JPEG without an end", () => new JpegMaker { HasEnd = false }.Bytes()),
        Broken("a JPEG without an end but with a small one inside", () => new JpegMaker { HasEnd = false, HasThumbnail = true }.Bytes()),
        Broken("the first half of a JPEG", () => new JpegMaker { DataBytes = 9000 }.Bytes()[..4500]),
        Broken("a JPEG cut off in its head", () => new JpegMaker().Bytes()[..60]),
        Broken("a JPEG without a scan", () => new JpegMaker { Scans = 0 }.Bytes()),
        Broken("a JPEG of no height", () => new JpegMaker { Height = 0 }.Bytes()),
        Broken("three bytes of a JPEG", () => [0xFF, 0xD8, 0xFF]),
        Broken("a JPEG with a segment of no length", () => new JpegMaker { Before = [0xFF, 0xE2, 0, 0] }.Bytes()),
        Broken("a PNG with a wrong checksum", () => new PngMaker { WrongChecksum = "IDAT" }.Bytes()),
        Broken("a PNG with a wrong checksum of its size", () => new PngMaker { WrongChecksum = "IHDR" }.Bytes()),
        Broken("a PNG without an end", () => new PngMaker { HasEnd = false }.Bytes()),
        Broken("a PNG without its last byte", () => new PngMaker().Bytes()[..^1]),
        Broken("a PNG without a picture", () => new PngMaker { HasPicture = false }.Bytes()),
        Broken("a PNG of no width", () => new PngMaker { Width = 0 }.Bytes()),
        Broken("a PNG of a colour that does not exist", () => new PngMaker { Colour = 5 }.Bytes()),
        Broken("a PNG with a second size", () => new PngMaker().With("IHDR", new byte[13]).Bytes()),
        Broken("a PNG with a nameless chunk", () => new PngMaker().With("\0\0\0\0", []).Bytes()),
        Broken("the signature of a PNG alone", () => new PngMaker().Bytes()[..8]),
        Pixels("a JPEG of two thousand million pixels", () => new JpegMaker { Width = 65_000, Height = 32_000 }.Bytes()),
        Pixels("a JPEG of 200 million pixels", () => new JpegMaker { Width = 16_320, Height = 12_240 }.Bytes()),
        Pixels("a JPEG as long as a road", () => new JpegMaker { Width = 40_000, Height = 10 }.Bytes()),
        Pixels("a JPEG of a thousand scans", () => new JpegMaker { Frame = 0xC2, Scans = 1000, DataBytes = 10 }.Bytes()),
        Pixels("a PNG of two thousand million pixels", () => new PngMaker { Width = 50_000, Height = 50_000, HasPicture = false }.Bytes()),
        Pixels("a PNG of four thousand million wide", () => new PngMaker { Width = -1, Height = 1, HasPicture = false }.Bytes()),
        Pixels("a Word document with such a PNG", () => new DocxMaker()
            .With("word/media/image1.png", new PngMaker { Width = 50_000, Height = 50_000, HasPicture = false }.Bytes()).Bytes()),
        Pixels("an OpenDocument text with such a JPEG", () => new OdtMaker()
            .With("Pictures/a.jpg", new JpegMaker { Width = 65_000, Height = 65_000 }.Bytes()).Bytes()),
        new("a PNG whose note unpacks to nonsense", MinutesRefusals.Unpacks,
            () => new PngMaker().With("zTXt", [.. "Comment\0\0"u8, .. PngMaker.Pack(new byte[40_000_000])]).Bytes()),
        new("a PNG whose note in any language unpacks to nonsense", MinutesRefusals.Unpacks,
            () => new PngMaker().With("iTXt", [.. "Comment\0\u0001\0vi\0Ghi chu\0"u8, .. PngMaker.Pack(new byte[40_000_000])]).Bytes()),
        new("a PNG whose colours unpack to nonsense", MinutesRefusals.Unpacks,
            () => new PngMaker().With("iCCP", [.. "sRGB\0\0"u8, .. PngMaker.Pack(new byte[40_000_000])]).Bytes()),
    ];

    private static HostileFile Broken(string what, Func<byte[]> make) => new(what, MinutesRefusals.Broken, make);

    private static HostileFile Pixels(string what, Func<byte[]> make) => new(what, MinutesRefusals.Pixels, make);
}
