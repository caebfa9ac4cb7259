namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>What was put on a page with a reader's tools: stamps, typed notes, filled fields.</summary>
internal static class PdfNotes
{
    private const int MaxNotes = 500;
    private const int MaxLength = 10_000;

    public static IEnumerable<string> Of(PdfObjects objects, PdfValue.Dictionary page) =>
        objects.Resolve(page["Annots"]) is PdfValue.List list
            ? list.Items.Take(MaxNotes).Select(objects.Resolve).OfType<PdfValue.Dictionary>().SelectMany(note => LinesOf(objects, note))
            : [];

    private static string[] LinesOf(PdfObjects objects, PdfValue.Dictionary note)
    {
        var text = note.NameAt("Subtype") switch
        {
            "FreeText" or "Stamp" => objects.Resolve(note["Contents"]),
            "Widget" => objects.Resolve(note["V"]),
            _ => PdfValue.Null.Value,
        };
        return text is PdfValue.Text { Bytes.Length: <= MaxLength } shown ? shown.Read().ReplaceLineEndings("\n").Split('\n') : [];
    }
}
