using System.Text;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Placeholder for merge.</summary>
public static class MinutesFormDocument
{
    public static void Write(MinutesForm form, MinutesHeading heading, Stream target)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var text = string.Concat(((form.Venue ?? "") + heading.Superior).Normalize(NormalizationForm.FormD).Where(char.IsAscii));
        builder.AddPage(595, 842).AddText(text.Length == 0 ? "-" : text, 12, new(40, 780), font);
        target.Write(builder.Build());
    }
}
