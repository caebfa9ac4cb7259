namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Puts values together: three of them may be a reference, two an entry.</summary>
internal static class PdfItems
{
    /// <summary>Adds a value; <c>12 0 R</c> becomes one.</summary>
    public static void Add(List<PdfValue> items, PdfValue? value)
    {
        if (value is PdfValue.Word { Value: "R" } && items is [.., PdfValue.Number number, PdfValue.Number])
        {
            items.RemoveRange(items.Count - 2, 2);
            items.Add(new PdfValue.Reference(number.Int));
        }
        else if (value is not null)
        {
            items.Add(value);
        }
    }

    /// <summary>Names with the values behind them; what is no name where one should be is passed over.</summary>
    public static PdfValue.Dictionary Pair(List<PdfValue> items)
    {
        var entries = new Dictionary<string, PdfValue>();
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (items[i] is PdfValue.Name key)
            {
                entries[key.Value] = items[++i];
            }
        }

        return new(entries);
    }
}
