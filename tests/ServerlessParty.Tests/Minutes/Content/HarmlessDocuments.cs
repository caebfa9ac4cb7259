using ServerlessParty.Minutes.Content;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Documents as Word, LibreOffice, Google and phones write them.</summary>
internal static class HarmlessDocuments
{
    private const string FontType = "application/vnd.openxmlformats-officedocument.obfuscatedFont";

    public static IEnumerable<HarmlessFile> All { get; } =
    [
        Docx("a Word document", new DocxMaker()),
        Docx("a Word document with pictures", new DocxMaker()
            .With("word/media/image1.png", new PngMaker().Bytes())
            .With("word/media/image2.jpeg", new JpegMaker { HasThumbnail = true }.Bytes())
            .With("word/media/image3.emz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
            .With("docProps/thumbnail.emf", [1, 0, 0, 0, 0x6C, 0, 0, 0])),
        Docx("a Word document with fonts of its own", new DocxMaker().With("word/fonts/font1.odttf", Noise(80_000), FontType)),
        Docx("a Word document with a chart", new DocxMaker()
            .With("word/embeddings/Microsoft_Excel_Worksheet.xlsx", new DocxMaker { MainType = "application/x-sheet" }.Bytes())
            .With("word/charts/chart1.xml", "<c:chart xmlns:c=\"c\"/>", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")),
        Docx("a signed Word document", new DocxMaker().With("_xmlsignatures/origin.sigs", []).With(
            "_xmlsignatures/sig1.xml", "<Signature/>", "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml")),
        Docx("a Word document with the printer's settings", new DocxMaker().With("word/printerSettings/printerSettings1.bin", Noise(3000))),
        Docx("a Word document with form fields pasted from a web page", HostileDocuments.Control("{5512D11A-5CC6-11CF-8D67-00AA00BDCE1D}")
            .With("word/activeX/activeX1.bin", Noise(200))),
        Docx("a Word document with a template on the writer's disk", new DocxMaker()
            .WithLink("attachedTemplate", "file:///C:\\Users\\Thu\\Templates\\BienBan.dotx").WithLink("hyperlink", "https://example.org/")
            .WithLink("image", "https://example.org/a.png")),
        Docx("a Word document with data of an add-in that is no XML", new DocxMaker().With("customXml/item1.xml", "not XML"u8.ToArray())),
        Docx("a Word document with a page number", new DocxMaker { Body = new DocxMaker().Body
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>" }),
        Docx("a Word document with deleted text and remarks", new DocxMaker { Body = new DocxMaker().Body
            + "<w:p><w:del><w:r><w:delText>MẬT</w:delText></w:r></w:del></w:p>" }),
        new("a Word document written to a pipe", DocumentType.Docx, HarmlessFiles.Minutes,
            () => new DocxMaker().Zip(new() { SizesBehind = true, Comment = "made by a phone" }).Bytes()),
        new("a Word document in an archive of the long form", DocumentType.Docx, HarmlessFiles.Minutes,
            () => new DocxMaker().Zip(new() { LongForm = true }).Bytes()),
        new("a Word document with folders", DocumentType.Docx, HarmlessFiles.Minutes,
            () => new DocxMaker().Zip(new ZipMaker().Add("word/", [], packed: false)).Bytes()),
        new("a Word document with a large white drawing", DocumentType.Docx, HarmlessFiles.Minutes,
            () => new DocxMaker().Zip().AddZeros("word/media/image1.bmp", 12_000_000).Bytes()),
        new("a Word document without a letter", DocumentType.Docx, null, () => DocxMaker.Of("<w:p/>")),
        new("a Word document of the strict edition", DocumentType.Docx, HarmlessFiles.Minutes,
            () => new DocxMaker { Namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main" }.Bytes()),
        new("a Word document of runs, cells, boxes, headers and notes", DocumentType.Docx,
            "Số: 12-BB\nĐảng bộ xã\nA\nB\ntrong hộp\nngoài hộp\ndòng một\ndòng hai\nĐẦU TRANG\nghi chú", () => new DocxMaker
            {
                Body = DocxMaker.Paragraph("Số", ": 12", "-BB")
                    + DocxMaker.Table(DocxMaker.Paragraph("Đảng bộ  xã"), DocxMaker.Paragraph("A") + DocxMaker.Paragraph("B"))
                    + DocxMaker.TextBox(DocxMaker.Paragraph("trong hộp")) + DocxMaker.Paragraph("ngoài hộp")
                    + "<w:p><w:r><w:t>dòng một</w:t><w:br/><w:t>dòng hai</w:t></w:r></w:p>",
            }.WithText("header", DocxMaker.Paragraph("ĐẦU TRANG")).WithText("footnotes", DocxMaker.Paragraph("ghi chú")).Bytes()),
        Odt("an OpenDocument text", new OdtMaker()),
        Odt("an OpenDocument text as LibreOffice writes it", new OdtMaker()
            .With("Configurations2/accelerator/current.xml", []).With("Thumbnails/thumbnail.png", new PngMaker().Bytes())
            .With("Pictures/1.jpg", new JpegMaker().Bytes()).With("layout-cache", Noise(300)).With("settings.xml", "<x/>")
            .With("Basic/script-lc.xml", "<x/>").With("Basic/Standard/script-lb.xml", "<x/>").With("Dialogs/dialog-lc.xml", "<x/>")),
        Odt("an OpenDocument text with a table of its own inside", new OdtMaker()
            .With("Object 1/content.xml", "<x/>").With("ObjectReplacements/Object 1", Noise(500))),
        Odt("an OpenDocument text of an old OpenOffice", new OdtMaker
        {
            ListProlog = "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">",
        }),
        Odt("an OpenDocument text with code pasted from a web page", new OdtMaker { Body = new OdtMaker().Body
            + "<text:p><text:script script:language=\"JavaScript\">var a = 1;</text:script></text:p>" }),
        new("an OpenDocument text of cells, boxes, headers", DocumentType.Odt, "Số: 12-BB\nA\ntrong hộp\nĐẦU TRANG", () => new OdtMaker
        {
            Body = OdtMaker.Paragraph("Số", ": 12-BB") + OdtMaker.Table(OdtMaker.Paragraph("A")) + OdtMaker.TextBox(OdtMaker.Paragraph("trong hộp")),
        }.WithHeader(OdtMaker.Paragraph("ĐẦU TRANG")).Bytes()),
    ];

    private static HarmlessFile Docx(string what, DocxMaker maker) => new(what, DocumentType.Docx, HarmlessFiles.Minutes, maker.Bytes);

    private static HarmlessFile Odt(string what, OdtMaker maker) => new(what, DocumentType.Odt, HarmlessFiles.Minutes, maker.Bytes);

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }
}
