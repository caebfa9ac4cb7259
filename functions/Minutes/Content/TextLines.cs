using System.Text;

namespace ServerlessParty.Minutes.Content;

/// <summary>Gathers what can be read in a document, one paragraph or cell a line, and refuses the document at a mark of secrecy.</summary>
/// <param name="wrapped">As for <see cref="SecretLines"/>.</param>
internal sealed class TextLines(bool wrapped)
{
    /// <summary>The most characters kept; marks are looked for behind them too.</summary>
    public const int MaxCharacters = 1_000_000;

    private readonly StringBuilder _text = new();
    private readonly SecretLines _secret = new(wrapped);

    /// <summary>All lines; null when there are none.</summary>
    public string? Text => _text.Length == 0 ? null : _text.ToString();

    public bool IsFull => _text.Length >= MaxCharacters;

    /// <exception cref="ContentRefusedException">The line is a mark of secrecy.</exception>
    public void Add(string line)
    {
        if (_secret.IsMarked(line))
        {
            throw new ContentRefusedException(MinutesRefusals.Secret);
        }

        var clean = Clean(line);
        if (clean.Length > 0 && !IsFull)
        {
            _text.Append(_text.Length == 0 ? "" : "\n").Append(clean.AsSpan(0, Math.Min(clean.Length, MaxCharacters)));
        }
    }

    /// <summary>Composed (NFC), with single spaces, without what cannot be seen or is no character.</summary>
    private static string Clean(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(clean.Length == 0 || clean[^1] == ' ' ? "" : " ");
            }
            else if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && !IsPrivate(rune))
            {
                clean.Append(IsJoined(rune) ? rune.ToString().Normalize(NormalizationForm.FormKC) : rune.ToString());
            }
        }

        return clean.ToString().TrimEnd().Normalize();
    }

    /// <summary>Two letters that a font shows as one, as in <c>ﬁ</c>.</summary>
    private static bool IsJoined(Rune rune) => rune.Value is >= 0xFB00 and <= 0xFB06;

    /// <summary>Bullets of symbol fonts and letters nobody can tell.</summary>
    private static bool IsPrivate(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.PrivateUse;
}
