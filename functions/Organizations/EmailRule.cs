namespace ServerlessParty.Organizations;

/// <summary>
/// Which e-mail addresses are accepted: the plain ASCII form that every provider delivers to (RFC 5321 without quoted
/// local parts, comments and address literals).
/// </summary>
public static class EmailRule
{
    private const int MaxLocalLength = 64;
    private const int MaxLabelLength = 63;

    /// <summary>The address in lower case, or false.</summary>
    public static bool TryNormalize(string text, out string email)
    {
        email = text.ToLowerInvariant();
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return email.Length <= Contact.MaxEmailLength
            && at is > 0 and <= MaxLocalLength
            && IsLocalPart(email[..at])
            && IsDomain(email[(at + 1)..]);
    }

    private static bool IsLocalPart(string text) =>
        text.Split('.').All(atom => atom.Length > 0 && atom.All(IsAtomCharacter));

    private static bool IsAtomCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c);

    private static bool IsDomain(string text)
    {
        var labels = text.Split('.');
        return labels.Length > 1 && labels.All(IsLabel) && labels[^1].Length > 1 && labels[^1].Any(char.IsAsciiLetter);
    }

    private static bool IsLabel(string text) =>
        text.Length is > 0 and <= MaxLabelLength
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
