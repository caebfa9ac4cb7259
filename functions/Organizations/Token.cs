namespace ServerlessParty.Organizations;

/// <summary>
/// The alphabet of everything that becomes part of a storage key: ids, kinds, periods. It leaves out what a table key
/// forbids (<c>/ \ # ?</c>, control characters) and <c>|</c>, which separates the parts of a key.
/// </summary>
public static class Token
{
    /// <summary>The longest token, in characters.</summary>
    public const int MaxLength = 40;

    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
}
