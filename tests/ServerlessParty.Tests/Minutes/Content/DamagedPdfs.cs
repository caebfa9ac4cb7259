using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>PDF files that did not arrive whole, or of which no page is left.</summary>
internal static class DamagedPdfs
{
    public static IEnumerable<HostileFile> All { get; } = new (string What, Func<byte[]> Make)[]
    {
        ("the first half of a PDF", () => Half(PdfMaker.Minutes().Bytes())),
        ("the first half of a modern PDF", () => Half(PdfMaker.Minutes().Modern())),
        ("a PDF without its last bytes", () => PdfMaker.Minutes().Bytes()[..^4]),
        ("a PDF of a first save and half of a second", () => PdfMaker.Minutes().SavedAgain(7, new string(' ', 5000))[..^200]),
        ("the head of a PDF alone", () => "%PDF-1.7\n"u8.ToArray()),
        ("a PDF with an end and nothing before it", () => "%PDF-1.7\nstartxref\n0\n%%EOF\n"u8.ToArray()),
        ("a PDF without pages", () => PdfMaker.Minutes().Replace(2, "<< /Type /Pages /Kids [] /Count 0 >>").Bytes()),
        ("a PDF whose pages are not there", () => PdfMaker.Minutes().Replace(2, "<< /Type /Pages /Kids [99 0 R] /Count 1 >>").Bytes()),
        ("a PDF with one page that is not there", () => PdfMaker.Minutes().Replace(2, "<< /Type /Pages /Kids [3 0 R 99 0 R] >>").Bytes()),
        ("a PDF without a catalogue", () => PdfMaker.Minutes().Replace(1, "null").Bytes()),
        ("a PDF whose branch of pages is its own child", () => PdfMaker.Minutes().Replace(2, "<< /Type /Pages /Kids [2 0 R] >>").Bytes()),
        ("a PDF whose pages go in a circle", Circle),
        ("a PDF nested beyond reason", () => PdfMaker.Minutes().Replace(4, new string('[', 100_000)).Bytes()),
        ("a PDF of noise", Noise),
    }.Select(file => new HostileFile(file.What, MinutesRefusals.Broken, file.Make));

    private static byte[] Half(byte[] file) => file[..(file.Length / 2)];

    private static byte[] Circle()
    {
        var pdf = PdfMaker.Minutes().Replace(2, "<< /Type /Pages /Kids [8 0 R] >>");
        pdf.Add("<< /Type /Pages /Kids [9 0 R] >>");
        pdf.Add("<< /Type /Pages /Kids [8 0 R] >>");
        return pdf.Bytes();
    }

    private static byte[] Noise()
    {
        var noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        return [.. "%PDF-1.4\n"u8, .. noise, .. "\nstartxref\n9\n%%EOF\n"u8];
    }
}
