namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>A stream that holds objects: first their numbers and places, then they themselves.</summary>
/// <param name="spend">Told how many bytes were looked at: many objects may be said to lie at one place.</param>
internal sealed class PdfContainer(byte[] bytes, PdfValue.Dictionary of, Action<int> spend)
{
    private const int MaxObjects = 100_000;

    private readonly List<(int Number, int Place)> _list = ReadList(bytes, Int(of, "N"), Int(of, "First"));

    public IEnumerable<(int Number, int Index)> Numbers() => _list.Select((entry, index) => (entry.Number, index));

    public PdfValue At(int index)
    {
        var place = index < _list.Count ? _list[index].Place : bytes.Length;
        var lexer = new PdfLexer(bytes.AsSpan(Math.Clamp(place, 0, bytes.Length)));
        var value = lexer.Next() ?? PdfValue.Null.Value;
        spend(lexer.Position);
        return value;
    }

    private static List<(int Number, int Place)> ReadList(byte[] bytes, int count, int first)
    {
        var list = new List<(int, int)>();
        var lexer = new PdfLexer(bytes.AsSpan(0, Math.Clamp(first, 0, bytes.Length)));
        while (list.Count < Math.Min(count, MaxObjects)
            && lexer.Next() is PdfValue.Number number && lexer.Next() is PdfValue.Number place)
        {
            list.Add((number.Int, first + place.Int));
        }

        return list;
    }

    private static int Int(PdfValue.Dictionary of, string key) => of[key] is PdfValue.Number number ? number.Int : 0;
}
