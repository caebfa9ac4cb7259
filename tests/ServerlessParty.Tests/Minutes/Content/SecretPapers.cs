using System.Text;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Papers that carry a mark of state secrecy, wherever a mark may stand.</summary>
internal static class SecretPapers
{
    private static readonly string Decomposed = "TUYỆT MẬT".Normalize(NormalizationForm.FormD);

    public static IEnumerable<HostileFile> All { get; } = new (string What, Func<byte[]> Make)[]
    {
        ("a secret Word document", () => DocxMaker.Of(DocxMaker.Paragraph("MẬT") + DocxMaker.Paragraph("Biên bản"))),
        ("a secret Word document, the mark in pieces", () => DocxMaker.Of(DocxMaker.Paragraph("T", "ỐI", " M", "ẬT"))),
        ("a secret Word document, the mark in decomposed letters", () => DocxMaker.Of(DocxMaker.Paragraph(Decomposed))),
        ("a secret Word document, the mark in a cell", () => DocxMaker.Of(DocxMaker.Table(
            DocxMaker.Paragraph("Số: 12-BB"), DocxMaker.Paragraph("TUYỆT") + DocxMaker.Paragraph("MẬT"), DocxMaker.Paragraph("Bản số 1")))),
        ("a secret Word document, the mark in a text box", () => DocxMaker.Of(
            DocxMaker.Paragraph("Biên bản") + DocxMaker.TextBox(DocxMaker.Paragraph(" TỐI  MẬT ")))),
        ("a secret Word document, the mark on a line of a paragraph", () => DocxMaker.Of(
            "<w:p><w:r><w:t>Số: 12-BB</w:t><w:br/><w:t>MẬT</w:t></w:r></w:p>")),
        ("a secret Word document, the mark shown in capitals", () => DocxMaker.Of(
            "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>tối mật</w:t></w:r></w:p>")),
        ("a secret Word document, the mark in the header", () => new DocxMaker().WithText("header", DocxMaker.Paragraph("MẬT")).Bytes()),
        ("a secret Word document, the mark in a note", () => new DocxMaker().WithText("footnotes", DocxMaker.Paragraph("MẬT")).Bytes()),
        ("a secret Word document, the mark across the page", () => new DocxMaker().WithText(
            "header", "<w:p><w:r><w:pict><v:shape xmlns:v=\"v\"><v:textpath string=\"MẬT\"/></v:shape></w:pict></w:r></w:p>").Bytes()),
        ("a secret Word document by its label", () => DocxMaker.Of(DocxMaker.Paragraph("Độ mật: Tối mật"))),
        ("a secret Word document by its label, the level in the next cell", () => DocxMaker.Of(
            DocxMaker.Table(DocxMaker.Paragraph("Độ mật:"), DocxMaker.Paragraph("Mật")))),
        ("a secret document of the strict edition", () => new DocxMaker
        {
            Namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main", Body = DocxMaker.Paragraph("MẬT"),
        }.Bytes()),
        ("a secret OpenDocument text", () => OdtMaker.Of(OdtMaker.Paragraph("TUYỆT", " ", "MẬT"))),
        ("a secret OpenDocument text, the mark in a cell", () => OdtMaker.Of(OdtMaker.Table(
            OdtMaker.Paragraph("Số"), OdtMaker.Paragraph("TỐI") + OdtMaker.Paragraph("MẬT")))),
        ("a secret OpenDocument text, the mark in a text box", () => OdtMaker.Of(OdtMaker.TextBox(OdtMaker.Paragraph("MẬT")))),
        ("a secret OpenDocument text, the mark in the header", () => new OdtMaker().WithHeader(OdtMaker.Paragraph("MẬT")).Bytes()),
        ("a secret OpenDocument text in decomposed letters", () => OdtMaker.Of(OdtMaker.Paragraph(Decomposed))),
        ("a secret PDF", () => PdfMaker.Of(["ĐẢNG BỘ XÃ", "MẬT", "Biên bản"]).Bytes()),
        ("a secret PDF in decomposed letters", () => PdfMaker.Of([Decomposed]).Bytes()),
        ("a secret modern PDF", () => PdfMaker.Of(["Độ mật: Mật"]).Modern()),
        ("a secret PDF, the mark beside the letterhead", BesideLetterhead),
        ("a secret PDF, the mark a stamp", () => PdfMaker.Minutes(inPage: "/Annots [<< /Subtype /Stamp /Contents <FEFF"
            + PdfText.Codes("TỐI MẬT") + "> >>]").Bytes()),
    }.Select(file => new HostileFile(file.What, MinutesRefusals.Secret, file.Make));

    private static byte[] BesideLetterhead()
    {
        string[] texts = ["ĐẢNG BỘ XÃ THỬ NGHIỆM", "MẬT"];
        var pdf = PdfMaker.Of(texts);
        var body = "BT /F1 13 Tf " + PdfText.Line(texts[1], 80, 760) + PdfText.Line(texts[0], 300, 760) + "ET";
        return pdf.Replace(7, $"<< /Length {body.Length} >>\nstream\n{body}\nendstream").Bytes();
    }
}
