using System.Globalization;
using System.Text;

namespace ServerlessParty.Organizations;

/// <summary>Makes texts that people type comparable and storable.</summary>
public static class Spelling
{
    /// <summary>The same word whatever its accents, case, spaces and punctuation: <c>Điện thoại bí thư</c> → <c>dienthoaibithu</c>.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Plain(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                Append(folded, rune);
            }
        }

        return folded.ToString();
    }

    /// <summary>
    /// The same text whatever its accents and case, with its spaces, lines and punctuation: <c>Chủ trì: Đ/c An</c> →
    /// <c>chu tri: d/c an</c>. Letters written in one piece or several, full-width and other variants become one.
    /// </summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in Paired(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                Append(plain, Unaccented(Rune.ToLowerInvariant(rune)));
            }
        }

        return plain.ToString();
    }

    /// <summary>The same text with its letters in one piece each (NFC); half characters become U+FFFD.</summary>
    public static string Composed(string text) => Paired(text).Normalize(NormalizationForm.FormC);

    /// <summary>
    /// One line of composed text (NFC): trimmed, each run of white space a single space, invisible characters that come
    /// with pasted text left out.
    /// </summary>
    /// <returns>False when the text holds control characters or was damaged on its way (unpaired surrogates, U+FFFD).</returns>
    public static bool TryClean(string text, out string clean)
    {
        var result = new StringBuilder(text.Length);
        clean = "";
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                Separate(result);
            }
            else if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                return false;
            }
            else if (!IsInvisible(rune))
            {
                result.Append(rune.ToString());
            }
        }

        clean = result.ToString().Trim().Normalize(NormalizationForm.FormC);
        return true;
    }

    private static void Separate(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    /// <summary>The stroke of đ is no accent that normalization takes off; old fonts left the look-alike ð in texts.</summary>
    private static Rune Unaccented(Rune lower) => lower.Value is 'đ' or 'ð' ? new('d') : lower;

    private static void Append(StringBuilder text, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..rune.EncodeToUtf16(units)]);
    }

    /// <summary>Normalization throws on unpaired surrogates; they become U+FFFD.</summary>
    private static string Paired(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? string.Concat(text.EnumerateRunes())
        : text;
}
