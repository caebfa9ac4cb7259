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
        foreach (var rune in Paired(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(rune.Value is 'đ' or 'Đ' ? "d" : Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.ToString();
    }

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

    /// <summary>Normalization throws on unpaired surrogates; they become U+FFFD.</summary>
    private static string Paired(string text) => string.Concat(text.EnumerateRunes());
}
