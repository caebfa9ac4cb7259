namespace ServerlessParty.Mail;

/// <summary>What counts as an address that a letter can go to.</summary>
public static class EmailAddress
{
    /// <summary>The most characters, from RFC 5321.</summary>
    public const int MaxLength = 254;

    /// <summary>
    /// A plain ASCII address: one <c>@</c>, a dotted local part of unquoted characters, a domain of labels. Leaves out what
    /// RFC 5322 allows and nobody uses, and everything that could break out of a header.
    /// </summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 2 and <= MaxLength }
        && text.Split('@') is [var local, var domain]
        && local.Length <= 64
        && local.Split('.').All(part => part.Length > 0 && part.All(IsLocal))
        && domain.Split('.').All(IsLabel);

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63
        && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
