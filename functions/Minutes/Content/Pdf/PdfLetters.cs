using System.Globalization;
using UglyToad.PdfPig.Fonts;
using UglyToad.PdfPig.Fonts.Encodings;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>What the codes of a simple font mean by the names of their letters; the tables of names are PdfPig's.</summary>
internal sealed class PdfLetters
{
    /// <summary>The list remembers odd names it was asked for, and not for several askers at once.</summary>
    private static readonly Lock Asking = new();

    private readonly Encoding _base;
    private readonly Dictionary<int, string> _differences = [];

    private PdfLetters(Encoding names) => _base = names;

    public static PdfLetters Read(PdfObjects objects, PdfValue.Dictionary font)
    {
        var encoding = objects.Resolve(font["Encoding"]);
        var named = encoding as PdfValue.Name ?? (encoding as PdfValue.Dictionary)?["BaseEncoding"] as PdfValue.Name;
        var letters = new PdfLetters(named?.Value switch
        {
            "MacRomanEncoding" => MacRomanEncoding.Instance,
            "WinAnsiEncoding" => WinAnsiEncoding.Instance,
            _ => font.NameAt("Subtype") is "TrueType" ? WinAnsiEncoding.Instance : StandardEncoding.Instance,
        });
        if (encoding is PdfValue.Dictionary dictionary && objects.Resolve(dictionary["Differences"]) is PdfValue.List differences)
        {
            letters.Take(differences);
        }

        return letters;
    }

    /// <param name="code">0 to 255.</param>
    public string? MeaningOf(int code) =>
        _differences.TryGetValue(code, out var own) ? own
        : _base.CodeToNameMap.TryGetValue(code, out var name) ? MeaningOf(name) : null;

    /// <summary>Codes, each with names for it and those behind it.</summary>
    private void Take(PdfValue.List differences)
    {
        var code = 0;
        foreach (var item in differences.Items.Take(1024))
        {
            if (item is PdfValue.Number number)
            {
                code = number.Int;
            }
            else if (item is PdfValue.Name name && code is >= 0 and <= 255)
            {
                _differences[code++] = MeaningOf(name.Value) ?? "";
            }
        }
    }

    /// <summary>
    /// <c>uni1EAD</c> and <c>u1EAD</c> say the letter themselves; other names are looked up without what tells a variant
    /// behind a dot, but only those a list may have: the list keeps what it is asked for.
    /// </summary>
    private static string? MeaningOf(string name)
    {
        var hex = name.StartsWith("uni", StringComparison.Ordinal) && name.Length == 7 ? name[3..]
            : name.StartsWith('u') && name.Length == 5 ? name[1..] : "";
        if (ushort.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return ((char)value).ToString();
        }

        var plain = name.Split('.')[0];
        return plain.Length is > 0 and <= 30 && plain.All(char.IsAsciiLetter) ? Listed(plain) : null;
    }

    private static string? Listed(string name)
    {
        lock (Asking)
        {
            try
            {
                return GlyphList.AdobeGlyphList.NameToUnicode(name);
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                return null;
            }
        }
    }
}
