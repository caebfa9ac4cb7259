using ServerlessParty.Minutes.Content;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Photos and screenshots as phones take them.</summary>
internal static class HarmlessPictures
{
    public static IEnumerable<HarmlessFile> All { get; } =
    [
        Jpeg("a JPEG", new JpegMaker()),
        Jpeg("a JPEG that comes coarse first", new JpegMaker { Frame = 0xC2, Scans = 10 }),
        Jpeg("a JPEG with a small one inside", new JpegMaker { HasThumbnail = true }),
        Jpeg("a JPEG with a phone's notes behind its end", new JpegMaker { Behind = [.. "Image_UTC_Data1793862000000SEFHk"u8, .. "SEFT"u8] }),
        Jpeg("a JPEG with a film behind its end", new JpegMaker { Behind = [0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[5000]] }),
        Jpeg("a JPEG with a second one behind its end", new JpegMaker { Behind = new JpegMaker { Width = 800, Height = 600 }.Bytes() }),
        Jpeg("a JPEG of 108 million pixels", new JpegMaker { Width = 12_000, Height = 9_000 }),
        Jpeg("a JPEG with fill bytes before a mark", new JpegMaker { Before = [0xFF, 0xFF, 0xFF, 0xFE, 0, 4, 1, 2] }),
        Jpeg("a JPEG with stray bytes between its parts", new JpegMaker { Before = [0, 0, 0] }),
        Png("a PNG", new PngMaker()),
        Png("a PNG with a mask", new PngMaker { Colour = 6 }),
        Png("a grey PNG that comes coarse first", new PngMaker { Colour = 0, Interlace = 1 }),
        Png("a screenshot as long as a conversation", new PngMaker { Width = 1080, Height = 24_000 }),
        Png("a PNG with notes", new PngMaker()
            .With("tEXt", [.. "Software\0Android"u8]).With("zTXt", [.. "Comment\0\0"u8, .. PngMaker.Pack(new byte[1000])])
            .With("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0<x/>"u8]).With("iCCP", [.. "sRGB\0\0"u8, .. PngMaker.Pack(new byte[3000])])),
        Png("a PNG with a note that cannot be unpacked", new PngMaker().With("zTXt", [.. "Comment\0\0damaged"u8])),
        Png("a PNG with bytes behind its end", new PngMaker { Behind = [1, 2, 3] }),
    ];

    private static HarmlessFile Jpeg(string what, JpegMaker maker) => new(what, DocumentType.Jpeg, null, maker.Bytes);

    private static HarmlessFile Png(string what, PngMaker maker) => new(what, DocumentType.Png, null, maker.Bytes);
}
