namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Reads how wide the letters of a font are, in font sizes.</summary>
internal static class PdfWidths
{
    private const int MaxCode = 65_535;

    /// <summary>One width for each code from the first on.</summary>
    public static Dictionary<int, double> OfFew(PdfObjects objects, PdfValue.Dictionary font, double scale)
    {
        var widths = new Dictionary<int, double>();
        if (objects.Resolve(font["Widths"]) is PdfValue.List list && objects.Resolve(font["FirstChar"]) is PdfValue.Number first)
        {
            for (var i = 0; i < Math.Min(list.Items.Count, 256); i++)
            {
                widths[first.Int + i] = objects.Resolve(list.Items[i]) is PdfValue.Number width ? width.Value * scale : 0;
            }
        }

        return widths;
    }

    /// <summary>Groups: a code with a list of widths for it and those behind it, or two codes with a width for all between.</summary>
    public static Dictionary<int, double> OfMany(PdfObjects objects, PdfValue.Dictionary? font)
    {
        var widths = new Dictionary<int, double>();
        if (font is null || objects.Resolve(font["W"]) is not PdfValue.List groups)
        {
            return widths;
        }

        var items = groups.Items.Take(3 * MaxCode).Select(objects.Resolve).ToList();
        for (var i = 0; i + 1 < items.Count && items[i] is PdfValue.Number { Int: >= 0 and <= MaxCode } first;)
        {
            if (items[i + 1] is PdfValue.List each)
            {
                Set(widths, first.Int, each.Items.Count, n => objects.Resolve(each.Items[n]));
                i += 2;
            }
            else
            {
                var same = i + 2 < items.Count ? items[i + 2] : PdfValue.Null.Value;
                Set(widths, first.Int, (items[i + 1] as PdfValue.Number)?.Int - first.Int + 1 ?? 0, _ => same);
                i += 3;
            }
        }

        return widths;
    }

    private static void Set(Dictionary<int, double> widths, int first, int count, Func<int, PdfValue> width)
    {
        for (var n = 0; n < count && first + n <= MaxCode && widths.Count <= MaxCode; n++)
        {
            if (width(n) is PdfValue.Number number)
            {
                widths[first + n] = number.Value / 1000;
            }
        }
    }
}
