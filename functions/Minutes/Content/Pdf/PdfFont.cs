namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>A font as far as reading needs it: what its codes mean, and how wide each is.</summary>
internal sealed class PdfFont
{
    private readonly Dictionary<int, double> _widths;
    private readonly double _otherWidth;
    private readonly PdfCodes? _codes;
    private readonly PdfLetters? _letters;
    private readonly int _codeBytes;

    private PdfFont(Dictionary<int, double> widths, double otherWidth, PdfCodes? codes, PdfLetters? letters, int codeBytes)
    {
        (_widths, _otherWidth, _codes, _letters, _codeBytes) = (widths, otherWidth, codes, letters, codeBytes);
    }

    public static PdfFont Read(PdfObjects objects, PdfValue.Dictionary font)
    {
        var codes = PdfCodes.Read(objects, font["ToUnicode"]);
        if (font.NameAt("Subtype") is "Type0")
        {
            var descendants = objects.Resolve(font["DescendantFonts"]) as PdfValue.List;
            var descendant = descendants is { Items: [var first, ..] } ? objects.Resolve(first) as PdfValue.Dictionary : null;
            return new(
                PdfWidths.OfMany(objects, descendant), (Number(objects, descendant?["DW"]) ?? 1000) / 1000, codes, null,
                codes?.CodeBytes is 1 ? 1 : 2);
        }

        var scale = font.NameAt("Subtype") is "Type3" && objects.Resolve(font["FontMatrix"]) is PdfValue.List { Items: [var unit, ..] }
            ? Number(objects, unit) ?? 0.001 : 0.001;
        return new(PdfWidths.OfFew(objects, font, scale), 0.5, codes, PdfLetters.Read(objects, font), 1);
    }

    /// <summary>The codes of a string that is shown, one after the other.</summary>
    public IEnumerable<PdfCode> Codes(byte[] shown)
    {
        for (var i = 0; i + _codeBytes <= shown.Length; i += _codeBytes)
        {
            var code = _codeBytes == 1 ? shown[i] : (shown[i] << 8) | shown[i + 1];
            yield return new(
                _codes?.MeaningOf(code) ?? _letters?.MeaningOf(code) ?? "",
                _widths.GetValueOrDefault(code, _otherWidth),
                IsSpace: _codeBytes == 1 && code == 32);
        }
    }

    private static double? Number(PdfObjects objects, PdfValue? value) =>
        value is not null && objects.Resolve(value) is PdfValue.Number number ? number.Value : null;
}

/// <summary>One code of a font.</summary>
/// <param name="Meaning">Empty when nobody can tell.</param>
/// <param name="Width">In font sizes.</param>
/// <param name="IsSpace">It is the code that spacing between words widens.</param>
internal readonly record struct PdfCode(string Meaning, double Width, bool IsSpace);
