using System.Text;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>What the codes of a font mean, as the font says it itself (its ToUnicode map).</summary>
internal sealed class PdfCodes
{
    /// <summary>A font has no more codes; a map that lists more only fills memory.</summary>
    private const int MaxCodes = 65_536;

    /// <summary>The most bytes of a map.</summary>
    private const int MaxBytes = 1024 * 1024;

    private readonly Dictionary<int, string> _meanings = [];

    private PdfCodes()
    {
    }

    /// <summary>How many bytes make a code, when the map says it: 1 or 2; 0 otherwise.</summary>
    public int CodeBytes { get; private set; }

    public string? MeaningOf(int code) => _meanings.GetValueOrDefault(code);

    /// <summary>Null when the font has no such map.</summary>
    public static PdfCodes? Read(PdfObjects objects, PdfValue map)
    {
        if (objects.Resolve(map) is not PdfValue.Stream stream || objects.Bytes.Unpack(stream, MaxBytes) is not { } bytes)
        {
            return null;
        }

        var codes = new PdfCodes();
        codes.Read(bytes);
        return codes;
    }

    /// <summary>The map is a small program, of which only the three lists matter: each ends with a word that names it.</summary>
    private void Read(byte[] bytes)
    {
        var lexer = new PdfLexer(bytes);
        var list = new List<PdfValue>();
        while (_meanings.Count < MaxCodes && lexer.Next() is { } value)
        {
            if (value is not PdfValue.Word word)
            {
                list.Add(value);
                continue;
            }

            Take(word.Value, list);
            list.Clear();
        }
    }

    private void Take(string word, List<PdfValue> list)
    {
        switch (word)
        {
            case "endcodespacerange" when list is [PdfValue.Text { Bytes.Length: 1 or 2 } first, ..]:
                CodeBytes = Math.Max(CodeBytes, first.Bytes.Length);
                break;
            case "endbfchar":
                for (var i = 0; i + 1 < list.Count; i += 2)
                {
                    Add(Code(list[i]), Meaning(list[i + 1]));
                }

                break;
            case "endbfrange":
                for (var i = 0; i + 2 < list.Count; i += 3)
                {
                    AddRange(Code(list[i]), Code(list[i + 1]), list[i + 2]);
                }

                break;
        }
    }

    private void AddRange(int first, int last, PdfValue meaning)
    {
        last = Math.Min(last, first + 0xFFFF);
        for (var code = first; first >= 0 && code <= last && _meanings.Count < MaxCodes; code++)
        {
            Add(code, meaning is PdfValue.List each
                ? code - first < each.Items.Count ? Meaning(each.Items[code - first]) : null
                : Next(Meaning(meaning), code - first));
        }
    }

    private void Add(int code, string? meaning)
    {
        if (code >= 0 && !string.IsNullOrEmpty(meaning))
        {
            _meanings[code] = meaning;
        }
    }

    private static int Code(PdfValue value) => value is PdfValue.Text { Bytes.Length: 1 or 2 } text
        ? text.Bytes.Aggregate(0, (code, b) => (code << 8) | b) : -1;

    /// <summary>A few letters at most: some codes stand for two that are written as one.</summary>
    private static string? Meaning(PdfValue value) => value is PdfValue.Text { Bytes.Length: >= 2 and <= 32 } text
        ? Encoding.BigEndianUnicode.GetString(text.Bytes)
        : value is PdfValue.Text { Bytes: [var single] } ? ((char)single).ToString() : null;

    /// <summary>In a range the last letter counts up.</summary>
    private static string? Next(string? first, int steps) =>
        first is null || first[^1] + steps > char.MaxValue ? null : first[..^1] + (char)(first[^1] + steps);
}
