namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Reads the text of the pages. A page that cannot be read gives none; what takes too long ends the reading, not the check.</summary>
internal sealed class PdfText(PdfObjects objects, TextLines lines, ReadingBudget budget)
{
    /// <summary>The pages read; minutes have ten, and marks stand on the first.</summary>
    private const int MaxPages = 300;

    /// <summary>The most bytes of drawing instructions of one page, unpacked.</summary>
    private const int MaxInstructions = 8 * 1024 * 1024;

    /// <summary>When so much of the time of the check is spent, no further page is begun.</summary>
    private static readonly TimeSpan Enough = CheckContent.Longest / 3;

    private readonly Dictionary<int, PdfFont> _fonts = [];

    public void Read(IReadOnlyList<PdfPage> pages)
    {
        foreach (var page in pages.Take(MaxPages))
        {
            if (budget.Spent > Enough || lines.IsFull)
            {
                return;
            }

            foreach (var line in LinesOf(page))
            {
                lines.Add(line);
            }
        }
    }

    private List<string> LinesOf(PdfPage page)
    {
        var glyphs = new PdfRuns();
        try
        {
            var painter = new PdfPainter(objects, FontOf, glyphs, budget);
            painter.Paint(Instructions(page.Of), page.Resources);
        }
        catch (Exception e) when (ContentRefusedException.IsDamage(e))
        {
            // What was read before the damage is kept.
        }

        return [.. PdfNotes.Of(objects, page.Of), .. PdfLines.Of(glyphs.All)];
    }

    /// <summary>A page's instructions may be cut into several streams, between any two words.</summary>
    private byte[] Instructions(PdfValue.Dictionary page)
    {
        var contents = objects.Resolve(page["Contents"]);
        var parts = contents is PdfValue.List list ? list.Items.Take(1000).Select(objects.Resolve) : [contents];
        using var all = new MemoryStream();
        foreach (var part in parts.OfType<PdfValue.Stream>())
        {
            if (all.Length < MaxInstructions && objects.Bytes.Unpack(part, (int)(MaxInstructions - all.Length)) is { } bytes)
            {
                all.Write(bytes);
                all.WriteByte((byte)'\n');
            }
        }

        return all.ToArray();
    }

    /// <summary>Fonts are used on many pages and kept; one without a number of its own is read again.</summary>
    private PdfFont? FontOf(PdfValue font)
    {
        if (font is PdfValue.Reference reference && _fonts.TryGetValue(reference.ObjectNumber, out var known))
        {
            return known;
        }

        if (objects.Resolve(font) is not PdfValue.Dictionary of)
        {
            return null;
        }

        var read = PdfFont.Read(objects, of);
        if (font is PdfValue.Reference { ObjectNumber: var number } && _fonts.Count < 1000)
        {
            _fonts[number] = read;
        }

        return read;
    }
}
