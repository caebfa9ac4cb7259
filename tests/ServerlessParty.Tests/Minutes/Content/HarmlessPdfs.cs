using System.Text;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>PDF files as Word, scanners, browsers and phones write them.</summary>
internal static class HarmlessPdfs
{
    public static IEnumerable<HarmlessFile> All { get; } =
    [
        Pdf("a PDF", () => PdfMaker.Minutes().Bytes()),
        Pdf("a modern PDF", () => PdfMaker.Minutes().Modern()),
        Pdf("a PDF that was saved twice", () => PdfMaker.Minutes().SavedAgain(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 /Note (2) >>")),
        Pdf("a PDF prepared for the web", Linearized),
        Pdf("a PDF with bytes before its head", () => [.. "\r\n\0 mail\r\n"u8, .. PdfMaker.Minutes().Bytes()]),
        Pdf("a PDF with zeros behind its end", () => [.. PdfMaker.Minutes().Bytes(), .. new byte[20_000]]),
        Pdf("a PDF with a line behind its end", () => [.. PdfMaker.Minutes().Bytes(), .. "\r\n-- sent by a gateway --\r\n"u8]),
        Pdf("a PDF whose table of contents is wrong", () => Changed("0000000", "1111111")),
        Pdf("a PDF with line ends as of old", () => Changed("endobj\n", "endobj\r")),
        Pdf("a PDF with an empty list of scripts, as a scanner leaves it",
            () => PdfMaker.Minutes("/Names << /JavaScript << /Names [] >> >> /JavaScript null").Bytes()),
        Pdf("a PDF that opens at its first page", () => PdfMaker.Minutes("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>").Bytes()),
        Pdf("a PDF that asks to be printed", () => PdfMaker.Minutes("/OpenAction << /S /JavaScript /JS (this.print\\({bUI:true}\\);) >>").Bytes()),
        Pdf("a PDF whose viewer has a menu", () => PdfMaker.Minutes("/AA << /WP << /S /Named /N /Print >> >>").Bytes()),
        Pdf("a PDF with an empty script", () => PdfMaker.Minutes("/OpenAction << /S /JavaScript /JS () >>").Bytes()),
        Pdf("a PDF form with a field for numbers", () => PdfMaker.Minutes(
            "/AcroForm << /Fields [<< /FT /Tx /AA << /F << /S /JavaScript /JS (AFNumber_Format\\(0, 0, 0, 0, \"\", true\\);) >> >> >>] >>").Bytes()),
        Pdf("a PDF with links", () => PdfMaker.Minutes(inPage: "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.org/) >> >>]").Bytes()),
        Pdf("a PDF with a table attached", () => Attached("bang.xlsx", new DocxMaker().Bytes())),
        Pdf("a signed PDF", () => PdfMaker.Minutes("/AcroForm << /SigFlags 3 /Fields [<< /FT /Sig /V << /Type /Sig /Contents <00> >> >>] >>").Bytes()),
        Pdf("a PDF with its pages in branches", Branched),
        Pdf("a PDF whose instructions are in pieces", Pieces),
        Pdf("a PDF whose text is a drawing in the page", InForm),
        Pdf("a PDF whose drawings use each other in a circle", Circle),
        Pdf("a PDF with a small picture among its text", () => WithInstructions(text =>
            "q BI /W 4 /H 1 /BPC 8 /CS /G ID (EI[<< EI Q " + text, packed: false)),
        Pdf("a PDF written in letters only", () => Ascii(85)),
        Pdf("a PDF written in hex", () => Ascii(16)),
        Pdf("a PDF with names of places in a circle", () => PdfMaker.Minutes("/Names << /Dests 2 0 R >> /Dests << /Kids [1 0 R] >>").Bytes()),
        Pdf("a PDF with a font that claims every width there is", () => PdfMaker.Minutes().Replace(5,
            "<< /Type /Font /Subtype /CIDFontType2 /CIDSystemInfo << >> /DW 500 /W [0 2000000000 500] >>").Bytes()),
        Pdf("a PDF with a remark in the middle of an object", () => PdfMaker.Minutes().Replace(3,
            "<< /Type /Page % trang 1 >>\n /Parent 2 0 R /Resources << /Font << /F1 4 0 R >> >> /Contents 7 0 R >>").Bytes()),
        new("a scanned PDF", DocumentType.Pdf, null, Scanned),
        new("a PDF whose page cannot be read", DocumentType.Pdf, null, () => WithInstructions(_ => "BT /F1 Tf [[[ << ET Q Q Q", packed: true)),
        new("a PDF whose page is cut off", DocumentType.Pdf, "BIÊN BẢN SINH HOẠT CHI BỘ", () => WithInstructions(
            text => text[..(text.IndexOf("Tj", StringComparison.Ordinal) + 20)], packed: true)),
    ];

    private static HarmlessFile Pdf(string what, Func<byte[]> make) => new(what, DocumentType.Pdf, HarmlessFiles.Minutes, make);

    private static byte[] Changed(string from, string to) => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(PdfMaker.Minutes().Bytes()).Replace(from, to, StringComparison.Ordinal));

    /// <summary>The table of the first page stands before all others, with a start of nowhere.</summary>
    private static byte[] Linearized() =>
    [
        .. "%PDF-1.4\n20 0 obj << /Linearized 1 /L 3000 /N 1 >> endobj\nxref\n20 1\n0000000009 00000 n \n"u8,
        .. "trailer << /Size 21 /Root 1 0 R /Prev 100 >>\nstartxref\n0\n%%EOF\n"u8, .. PdfMaker.Minutes().Bytes(),
    ];

    private static byte[] Attached(string name, byte[] bytes)
    {
        var pdf = PdfMaker.Minutes("/Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> >>");
        pdf.Add($"<< /Type /Filespec /F ({name}) /EF << /F 9 0 R >> >>");
        pdf.AddStream("/Type /EmbeddedFile", bytes);
        return pdf.Bytes();
    }

    private static byte[] Branched()
    {
        var pdf = PdfMaker.Minutes().Replace(2, "<< /Type /Pages /Kids [8 0 R] /Resources << /Font << /F1 4 0 R >> >> >>")
            .Replace(3, "<< /Type /Page /Parent 8 0 R /Contents 7 0 R >>");
        pdf.Add("<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 1 >>");
        pdf.Add("<< /Type /Pages /Kids [] /Count 0 >>");
        return pdf.Bytes();
    }

    private static byte[] Pieces()
    {
        var text = Instructions();
        var half = text.IndexOf("Tj", StringComparison.Ordinal);
        var pdf = PdfMaker.Minutes().Replace(7, "[8 0 R 9 0 R 10 0 R]");
        pdf.AddStream("", Encoding.Latin1.GetBytes(text[..half]));
        pdf.AddStream("", Encoding.Latin1.GetBytes(text[half..]), packed: false);
        return pdf.Bytes();
    }

    private static byte[] InForm()
    {
        var pdf = Forms("/Fm0 Do", "<< /Fm0 8 0 R >>");
        pdf.AddStream("/Type /XObject /Subtype /Form /Matrix [2 0 0 2 0 0] /Resources << /Font << /F1 4 0 R >> >>",
            Encoding.Latin1.GetBytes(Instructions()));
        return pdf.Bytes();
    }

    private static byte[] Circle()
    {
        var pdf = Forms(Instructions() + " /Fm0 Do /Fm1 Do", "<< /Fm0 8 0 R /Fm1 9 0 R >>");
        var resources = "/Type /XObject /Subtype /Form /Resources << /XObject << /Fm0 8 0 R /Fm1 9 0 R >> >>";
        var calls = string.Concat(Enumerable.Repeat("/Fm0 Do /Fm1 Do ", 10));
        pdf.AddStream(resources, Encoding.Latin1.GetBytes(calls));
        pdf.AddStream(resources, Encoding.Latin1.GetBytes(calls));
        return pdf.Bytes();
    }

    private static PdfMaker Forms(string instructions, string forms) => PdfMaker.Minutes()
        .Replace(3, $"<< /Type /Page /Parent 2 0 R /Contents 7 0 R /Resources << /Font << /F1 4 0 R >> /XObject {forms} >> >>")
        .Replace(7, $"<< /Length {instructions.Length} >>\nstream\n{instructions}\nendstream");

    private static byte[] WithInstructions(Func<string, string> change, bool packed)
    {
        var bytes = Encoding.Latin1.GetBytes(change(Instructions()));
        var pdf = PdfMaker.Minutes().Replace(7, "null").Replace(3,
            "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 4 0 R >> >> /Contents 8 0 R >>");
        pdf.AddStream("", bytes, packed);
        return pdf.Bytes();
    }

    private static byte[] Ascii(int letters)
    {
        var bytes = Encoding.Latin1.GetBytes(Instructions());
        var (text, filter) = letters == 16 ? (Convert.ToHexString(bytes) + ">", "ASCIIHexDecode") : (Base85(bytes) + "~>", "ASCII85Decode");
        return PdfMaker.Minutes().Replace(7, $"<< /Filter [/{filter}] /Length {text.Length} >>\nstream\n{text}\nendstream").Bytes();
    }

    private static string Base85(byte[] bytes) => string.Concat(bytes.Chunk(4).Select(four =>
    {
        var value = four.Concat(new byte[4]).Take(4).Aggregate(0u, (sum, b) => (sum << 8) | b);
        var five = new char[5];
        for (var i = 4; i >= 0; i--, value /= 85)
        {
            five[i] = (char)('!' + (value % 85));
        }

        return new string(five)[..(four.Length + 1)];
    }));

    /// <summary>A photo of the paper and nothing else; its bytes are too many and too odd to be anything but a picture.</summary>
    private static byte[] Scanned()
    {
        var photo = new JpegMaker { DataBytes = 200_000 }.Bytes();
        var pdf = PdfMaker.Minutes().Replace(7, "<< /Length 8 >>\nstream\n/Im0 Do \nendstream").Replace(3,
            "<< /Type /Page /Parent 2 0 R /Contents 7 0 R /Resources << /XObject << /Im0 9 0 R >> >> >>");
        pdf.Add($"{photo.Length}");
        var picture = pdf.AddStream("/Type /XObject /Subtype /Image /Width 4000 /Height 3000 /Filter /DCTDecode", photo, packed: false);
        return picture == 9 ? pdf.Bytes() : throw new InvalidOperationException();
    }

    private static string Instructions() => Encoding.Latin1.GetString(PdfText.Instructions(HarmlessFiles.Minutes.Split('\n')));
}
