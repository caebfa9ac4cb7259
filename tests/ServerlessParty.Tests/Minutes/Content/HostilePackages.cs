using System.Text;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Word and OpenDocument files whose archive or XML is damaged, or unpacks to nonsense.</summary>
internal static class HostilePackages
{
    private const string Entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";

    public static IEnumerable<HostileFile> All { get; } =
    [
        Broken("the first half of a Word document", () => Docx.Bytes()[..1000]),
        Broken("a Word document without its last bytes", () => Docx.Bytes()[..^10]),
        Broken("a Word document without its list of parts", () => WithoutList(Docx.Bytes())),
        Broken("a Word document whose list is elsewhere", () => Docx.Zip(new() { ListMovedBy = 40 }).Bytes()),
        Broken("a Word document whose list is behind its end", () => Docx.Zip(new() { ListMovedBy = 10_000_000 }).Bytes()),
        Broken("a Word document whose list is shorter than said", () => Docx.Zip(new() { SaidParts = 60 }).Bytes()),
        Broken("a Word document with a wrong checksum", () => Docx.Zip().Add("word/media/a.png", [1, 2, 3], checksumOff: 1).Bytes()),
        Broken("a Word document with damaged bytes", Damaged),
        Broken("a Word document with a part twice", () => Docx.Zip().Add("WORD/document.xml", "<x/>").Bytes()),
        Broken("a Word document without the document", () => Docx.Zip().Without("word/document.xml").Bytes()),
        Broken("a Word document that ends in the middle of its XML", () => Rewritten("<w:document xmlns:w=\"w\"><w:body>")),
        Broken("a Word document that is no XML", () => Rewritten("BIÊN BẢN")),
        Broken("a Word document with a broken header", () => new DocxMaker().WithText("header", "<w:p>").Bytes()),
        Broken("a Word document with broken relations", () => Docx.Zip().Without("_rels/.rels").Add("_rels/.rels", "<a><b></a>").Bytes()),
        Broken("a Word document in wide letters", () => Rewritten(Encoding.Unicode.GetBytes("<?xml version=\"1.0\"?><x/>"))),
        Broken("an OpenDocument text without its text", () => new OdtMaker().Zip().Without("content.xml").Bytes()),
        Broken("an OpenDocument text with broken XML", () => OdtMaker.Of("<text:p>")),
        Broken("the first half of an OpenDocument text", () => new OdtMaker().Bytes()[..300]),
        Unpacks("a Word document that unpacks to a hundred times itself", () => Docx.Zip().AddZeros("word/media/a.bmp", 60_000_000).Bytes()),
        Unpacks("a Word document that unpacks to too much altogether", ManyLarge),
        Unpacks("a Word document of ten thousand parts", ManyParts),
        Unpacks("a Word document of more parts than it says", () => ManyParts(said: 10, parts: 40_000)),
        Unpacks("a Word document with a part above its folder", () => Docx.Zip().Add("word/../../../etc/passwd", "x").Bytes()),
        Unpacks("a Word document with a part above its folder, written as on Windows", () => Docx.Zip().Add("word\\..\\..\\a.txt", "x").Bytes()),
        Unpacks("a Word document with a part at a place of the disk", () => Docx.Zip().Add("/etc/cron.d/a", "x").Bytes()),
        Unpacks("a Word document with a part on a drive", () => Docx.Zip().Add("C:/a.txt", "x").Bytes()),
        Unpacks("a Word document with entities", () => new DocxMaker { Prolog = Entities, Body = "&c;" }.Bytes()),
        Unpacks("a Word document with entities in its styles",
            () => Docx.Zip().Without("word/styles.xml").Add("word/styles.xml", Entities + "<x>&c;</x>").Bytes()),
        Unpacks("a Word document with a definition from elsewhere",
            () => new DocxMaker { Prolog = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" }.Bytes()),
        Unpacks("an OpenDocument text with entities", () => OdtMaker.Of("<!DOCTYPE x [<!ENTITY a \"b\">]>")),
        Unpacks("a Word document of elements in elements", () => DocxMaker.Of(string.Concat(Enumerable.Repeat("<w:sdt>", 100_000)))),
        Unpacks("a Word document with an element of a million attributes", ManyAttributes),
        Unpacks("a Word document with a workbook of five megabytes", () => new DocxMaker().With("word/embeddings/a.xlsx", LargeArchive()).Bytes()),
    ];

    private static DocxMaker Docx => new();

    private static HostileFile Broken(string what, Func<byte[]> make) => new(what, MinutesRefusals.Broken, make);

    private static HostileFile Unpacks(string what, Func<byte[]> make) => new(what, MinutesRefusals.Unpacks, make);

    private static byte[] WithoutList(byte[] file)
    {
        var list = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        return [.. file[..list], .. file.AsSpan(file.AsSpan().IndexOf("PK\u0005\u0006"u8))];
    }

    private static byte[] Rewritten(string document) => Rewritten(Encoding.UTF8.GetBytes(document));

    private static byte[] Rewritten(byte[] document) =>
        Docx.Zip().Without("word/document.xml").Add("word/document.xml", document).Bytes();

    private static byte[] Damaged()
    {
        var noise = new byte[5000];
        new Random(1).NextBytes(noise);
        var file = Docx.Zip().Add("word/media/a.bmp", noise).Bytes();
        file[file.AsSpan().IndexOf(noise.AsSpan(2000, 16))] ^= 0x55;
        return file;
    }

    private static byte[] ManyLarge()
    {
        var zip = Docx.Zip();
        for (var i = 0; i < 25; i++)
        {
            zip.AddZeros($"word/media/a{i}.bmp", 15_000_000);
        }

        return zip.Bytes();
    }

    private static byte[] ManyParts() => ManyParts(said: null, parts: 10_000);

    private static byte[] ManyParts(ushort? said, int parts)
    {
        var zip = Docx.Zip(new() { SaidParts = said });
        for (var i = 0; i < parts; i++)
        {
            zip.Add($"word/media/{i}.png", [], packed: false);
        }

        return zip.Bytes();
    }

    private static byte[] ManyAttributes()
    {
        var element = new StringBuilder("<w:p");
        for (var i = 0; i < 1_000_000; i++)
        {
            element.Append(" a").Append(i).Append("=\"\"");
        }

        return DocxMaker.Of(element.Append("/>").ToString());
    }

    private static byte[] LargeArchive()
    {
        var noise = new byte[5_000_000];
        new Random(1).NextBytes(noise);
        return new ZipMaker().Add("xl/media/a.bmp", noise).Bytes();
    }
}
