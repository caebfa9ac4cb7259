using System.Text;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>PDF files that would do something, that are locked, or that unpack to nonsense.</summary>
internal static class HostilePdfs
{
    private const string Script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";

    public static IEnumerable<HostileFile> All { get; } =
    [
        Program("a PDF that starts a program when opened", () => PdfMaker.Minutes("/OpenAction << /S /Launch /F (cmd.exe) >>").Bytes()),
        Program("a PDF that starts a program when a page is shown", () => PdfMaker.Minutes(inPage: "/AA << /O << /S /Launch >> >>").Bytes()),
        Program("a PDF whose action has its kind elsewhere", () => With("/OpenAction << /S 8 0 R /F (a) >>", "/Launch")),
        Program("a PDF with a script when opened", () => PdfMaker.Minutes($"/OpenAction {Script}").Bytes()),
        Program("a PDF with a script behind another action",
            () => PdfMaker.Minutes($"/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [{Script}] >>").Bytes()),
        Program("a PDF with a script in its list of scripts",
            () => With("/Names << /JavaScript << /Names [(a) 8 0 R] >> >>", Script)),
        Program("a PDF whose script's name is written in codes",
            () => PdfMaker.Minutes("/OpenAction << /#53 /J#61vaScript /J#53 (app.alert\\(1\\)) >>").Bytes()),
        Program("a PDF whose script is packed", PackedScript),
        Program("a PDF with a script of two calls", () => PdfMaker.Minutes("/OpenAction << /S /JavaScript /JS (print\\(\\);x\\(\\)) >>").Bytes()),
        Program("a modern PDF with a script", () => Modern($"/OpenAction {Script}")),
        Program("a PDF with a script in a saved change", () => PdfMaker.Minutes().SavedAgain(1, $"<< /Type /Catalog /Pages 2 0 R /OpenAction {Script} >>")),
        Program("a PDF with a script hidden in the bytes of a picture", HiddenScript),
        Program("a PDF with a script hidden in a string", () => With("", $"(9 0 obj {Script} endobj)")),
        Program("a PDF with a script hidden in a remark", () => With("", $"<< %\n% 9 0 obj {Script} endobj\n >>")),
        Program("a PDF with a script in a link", () => PdfMaker.Minutes(inPage: $"/Annots [<< /Subtype /Link /A {Script} >>]").Bytes()),
        Program("a PDF with a form with scripts of its own", () => PdfMaker.Minutes("/AcroForm << /XFA [(a) 7 0 R] >>").Bytes()),
        Program("a PDF with a film that can run programs", () => PdfMaker.Minutes(inPage: "/Annots [<< /Subtype /RichMedia >>]").Bytes()),
        Program("a PDF with an attached program", () => Attached("anh.jpg", HostilePrograms.Windows())),
        Program("a PDF with an attached script by its name", () => Attached("bien-ban.vbs", "MsgBox 1"u8.ToArray())),
        Program("a PDF with thousands of scripts", ManyScripts),
        new("a locked PDF", MinutesRefusals.Encrypted, () => PdfMaker.Minutes(trailer: "/Encrypt << /Filter /Standard /V 2 /R 3 >>").Bytes()),
        new("a locked modern PDF", MinutesRefusals.Encrypted, () => PdfMaker.Minutes().Modern("/Encrypt << /Filter /Standard /V 5 >>")),
        new("a PDF with a bomb for its text", MinutesRefusals.Unpacks, () => Bomb("/Length1 1", contents: true)),
        new("a PDF with a bomb for its objects", MinutesRefusals.Unpacks, () => Bomb("/Type /ObjStm /N 10 /First 100", contents: false)),
        new("a PDF with more objects than pages can hold", MinutesRefusals.Unpacks, ManyObjects),
        new("a PDF with an object of three megabytes", MinutesRefusals.Unpacks,
            () => With("", "[" + new string(' ', 3_000_000) + "]")),
        new("a PDF with pages in pages in pages", MinutesRefusals.Unpacks, DeepPages),
        new("a PDF with a picture of 900 million pixels", MinutesRefusals.Pixels,
            () => With("", "<< /Subtype /Image /Width 30000 /Height 30000 /Length 0 >>\nstream\n\nendstream")),
    ];

    private static HostileFile Program(string what, Func<byte[]> make) => new(what, MinutesRefusals.Executable, make);

    private static byte[] With(string inCatalog, string eighth)
    {
        var pdf = PdfMaker.Minutes(inCatalog);
        pdf.Add(eighth);
        return pdf.Bytes();
    }

    private static byte[] Modern(string inCatalog) => PdfMaker.Minutes(inCatalog).Modern();

    private static byte[] PackedScript()
    {
        var pdf = PdfMaker.Minutes("/OpenAction << /S /JavaScript /JS 8 0 R >>");
        pdf.AddStream("", "app.launchURL('http://example.org')"u8.ToArray());
        return pdf.Bytes();
    }

    /// <summary>A table of contents can point anywhere, also into the bytes of a stream.</summary>
    private static byte[] HiddenScript()
    {
        var pdf = PdfMaker.Minutes();
        pdf.AddStream("/Subtype /Image /Width 10 /Height 10", Encoding.ASCII.GetBytes($"\n9 0 obj\n{Script}\nendobj\n"), packed: false);
        return pdf.Bytes();
    }

    private static byte[] Attached(string name, byte[] bytes)
    {
        var pdf = PdfMaker.Minutes("/Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> >>");
        pdf.Add($"<< /Type /Filespec /F ({name}) /EF << /F 9 0 R >> >>");
        pdf.AddStream("", bytes);
        return pdf.Bytes();
    }

    private static byte[] ManyScripts()
    {
        var pdf = PdfMaker.Minutes();
        for (var i = 0; i < 3000; i++)
        {
            pdf.Add("<< /S /JavaScript /JS (print\\(\\)) >>");
        }

        return pdf.Bytes();
    }

    private static byte[] Bomb(string entries, bool contents)
    {
        var pdf = PdfMaker.Minutes();
        pdf.AddStream(entries, new byte[40_000_000]);
        return contents
            ? pdf.Replace(3, "<< /Type /Page /Parent 2 0 R /Resources << >> /Contents 8 0 R >>").Bytes()
            : pdf.Bytes();
    }

    private static byte[] ManyObjects() =>
        [.. PdfMaker.Minutes().Bytes(), .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("8 0 obj 1 endobj\n", 310_000))), .. "startxref\n0\n%%EOF"u8];

    private static byte[] DeepPages()
    {
        var pdf = PdfMaker.Minutes().Replace(2, "<< /Type /Pages /Kids [8 0 R] /Count 1 >>");
        for (var i = 0; i < 5000; i++)
        {
            pdf.Add($"<< /Type /Pages /Kids [{i + 9} 0 R] /Count 1 >>");
        }

        pdf.Add("<< /Type /Page >>");
        return pdf.Bytes();
    }
}
