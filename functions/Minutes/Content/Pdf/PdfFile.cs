namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Decides whether a PDF may be kept, and reads its text.</summary>
internal static class PdfFile
{
    /// <summary>Where readers look for the end; what some senders append is longer than nothing and shorter than this.</summary>
    private const int EndWithin = 4096;

    /// <exception cref="ContentRefusedException">It may not be kept.</exception>
    public static string? Read(Stream file, ReadingBudget budget)
    {
        using var source = new PdfSource(file, budget);
        RequireEnd(source);
        var reader = new PdfObjectReader(source);
        var objects = new PdfObjects(source, reader);
        var dangers = new PdfDangers(objects);
        var roots = Meet(new PdfScan(source, reader), objects, dangers);
        dangers.LookAtRest();
        var pages = new PdfPages(objects).Read(roots);
        var lines = new TextLines(wrapped: true);
        new PdfText(objects, lines, budget).Read(pages);
        return lines.Text;
    }

    /// <summary>A file that was cut off has no end, or only that of an earlier save; zeros and blank lines behind it are nothing.</summary>
    private static void RequireEnd(PdfSource source)
    {
        var length = source.Length;
        while (length > 0 && source.Piece(Math.Max(0, length - EndWithin), EndWithin)[..(int)Math.Min(length, EndWithin)]
            .TrimEnd("\0 \t\r\n"u8).IsEmpty)
        {
            length = Math.Max(0, length - EndWithin);
        }

        var from = Math.Max(0, length - (2 * EndWithin));
        var end = source.Piece(from, (int)(length - from));
        if (end.LastIndexOf("%%EOF"u8) is var mark && (mark < 0
            || end[..mark].LastIndexOf("startxref"u8) < 0 || end[mark..].IndexOf(" 0 obj"u8) >= 0))
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }
    }

    /// <summary>Meets all objects once: judges each, remembers where it is, and gathers the roots, the last one first.</summary>
    private static List<PdfValue.Dictionary> Meet(PdfScan scan, PdfObjects objects, PdfDangers dangers)
    {
        var trailers = scan.Trailers().ToList();
        trailers.ForEach(trailer => RefuseLock(trailer.Trailer));
        foreach (var found in scan.Objects())
        {
            if (found.Value is PdfValue.Stream { Of: var of } && of.NameAt("Type") is "XRef" && !found.IsHidden)
            {
                RefuseLock(of);
                trailers.Add((found.Place, of));
            }

            dangers.Look(found.Value);
            if (!found.IsHidden)
            {
                objects.Add(found.ObjectNumber, found.Place);
            }

            MeetHeld(found, objects, dangers);
        }

        return [.. trailers.OrderByDescending(trailer => trailer.Place).Select(trailer => trailer.Trailer)];
    }

    private static void MeetHeld(PdfFound found, PdfObjects objects, PdfDangers dangers)
    {
        if (found.Value is PdfValue.Stream stream && stream.Of.NameAt("Type") is "ObjStm" && !found.IsHidden)
        {
            foreach (var held in objects.AddContainer(found.Place, stream))
            {
                dangers.Look(held);
            }
        }
    }

    private static void RefuseLock(PdfValue.Dictionary trailer)
    {
        if (trailer.Entries.ContainsKey("Encrypt") && trailer["Encrypt"] is not PdfValue.Null)
        {
            throw new ContentRefusedException(MinutesRefusals.Encrypted);
        }
    }
}
