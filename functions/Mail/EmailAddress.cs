using System.Buffers;

namespace ServerlessParty.Mail;

/// <summary>What counts as an address that a letter can go to.</summary>
public static class EmailAddress
{
    /// <summary>The most characters, from RFC 5321.</summary>
    public const int MaxLength = 254;

    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> InLabels = SearchValues.Create(LettersAndDigits + "-");

    private static readonly SearchValues<char> InLocalParts = SearchValues.Create(LettersAndDigits + "!#$%&'*+-/=?^_`{|}~");

    /// <summary>
    /// A plain ASCII address: one <c>@</c>, a dotted local part of unquoted characters, a domain of labels. Leaves out what
    /// RFC 5322 allows and nobody uses, and everything that could break out of a header.
    /// </summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 2 and <= MaxLength }
        && text.IndexOf('@') is > 0 and <= 64 and var at
        && IsDotted(text.AsSpan(0, at), IsLocal)
        && IsDotted(text.AsSpan(at + 1), IsLabel);

    private static bool IsDotted(ReadOnlySpan<char> text, Func<ReadOnlySpan<char>, bool> isPart)
    {
        foreach (var part in text.Split('.'))
        {
            if (!isPart(text[part]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLocal(ReadOnlySpan<char> part) => part.Length > 0 && !part.ContainsAnyExcept(InLocalParts);

    private static bool IsLabel(ReadOnlySpan<char> label) =>
        label.Length is > 0 and <= 63
        && label[0] != '-' && label[^1] != '-'
        && !label.ContainsAnyExcept(InLabels);
}
