using System.Text;
using ServerlessParty.Minutes;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace ServerlessParty.Tests.Support;

/// <summary>Documents as people hand them in.</summary>
internal static class Papers
{
    /// <summary>A PDF of one page that says <paramref name="text"/>, in ASCII.</summary>
    public static byte[] Pdf(string text)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4).AddText(text, 12, new PdfPoint(50, 700), font);
        return builder.Build();
    }

    public static async Task<SpooledFile> SpoolAsync(byte[] bytes, string name = "bien-ban.pdf") =>
        (await SpooledFile.TryCreateAsync(new MemoryStream(bytes), name, default))!;

    public static Task<SpooledFile> SpoolAsync(string text, string name = "bien-ban.pdf") =>
        SpoolAsync(Encoding.UTF8.GetBytes(text), name);
}
