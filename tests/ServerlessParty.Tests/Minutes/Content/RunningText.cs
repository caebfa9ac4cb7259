using ServerlessParty.Minutes.Content;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Documents that speak of secrets and honey without being secret.</summary>
internal static class RunningText
{
    private static readonly string[] Phrases =
    [
        "Giữ mối liên hệ mật thiết với nhân dân.", "Quán triệt công tác bảo vệ bí mật nhà nước.", "BẢO MẬT", "Mật", "mật",
        "MẬT ONG", "Độ mật: Không", "Độ mật:", "CÔNG TÁC BẢO MẬT THÔNG TIN",
    ];

    public static IEnumerable<HarmlessFile> All { get; } =
    [
        new("a Word document that speaks of secrets", DocumentType.Docx, string.Join('\n', Phrases),
            () => DocxMaker.Of(string.Concat(Phrases.Select(phrase => DocxMaker.Paragraph(phrase))))),
        new("an OpenDocument text that speaks of secrets", DocumentType.Odt, string.Join('\n', Phrases),
            () => OdtMaker.Of(string.Concat(Phrases.Select(phrase => OdtMaker.Paragraph(phrase))))),
        new("a PDF that speaks of secrets", DocumentType.Pdf, string.Join('\n', Phrases), () => PdfMaker.Of(Phrases).Bytes()),
        new("a PDF with a heading broken before its last word", DocumentType.Pdf, "QUY CHẾ BẢO VỆ BÍ\nMẬT\nNĂM 2026",
            () => PdfMaker.Of(["QUY CHẾ BẢO VỆ BÍ", "MẬT", "NĂM 2026"]).Bytes()),
    ];
}
