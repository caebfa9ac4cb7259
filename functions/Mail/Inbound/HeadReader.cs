using System.Text;
using MimeKit;

namespace ServerlessParty.Mail.Inbound;

/// <summary>Reads what a mail says of itself out of its headers.</summary>
internal static class HeadReader
{
    private const int MaxMessageId = 250;

    private static readonly HeaderId[] OfLists =
        [HeaderId.ListId, HeaderId.ListPost, HeaderId.ListUnsubscribe, HeaderId.ListHelp];

    public static MailHead Read(HeaderList headers, string? subject = null) => new(
        Author(headers),
        OneLine(subject ?? headers[HeaderId.Subject], MailHead.MaxSubject),
        OneLine(headers[HeaderId.MessageId], MaxMessageId) is { Length: > 0 } id ? id : null,
        IsAutomatic(headers));

    /// <summary>One line of composed text without control characters, cut at <paramref name="most"/> characters.</summary>
    public static string OneLine(string? text, int most)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            line.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
            if (line.Length >= most)
            {
                break;
            }
        }

        return line.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Two authors, or two headers, are one too many: nobody can say which one a check was about.</summary>
    private static string? Author(HeaderList headers) =>
        headers.Where(h => h.Id == HeaderId.From).ToList() is [var from]
        && InternetAddressList.TryParse(MimeLimits.Parsing, from.RawValue, out var authors)
        && authors.Mailboxes.ToList() is [var author]
        && EmailAddress.IsValid(author.Address) ? author.Address.ToLowerInvariant() : null;

    private static bool IsAutomatic(HeaderList headers) =>
        (headers[HeaderId.AutoSubmitted] is { } sent && !FirstWord(sent).Equals("no", StringComparison.OrdinalIgnoreCase))
        || FirstWord(headers[HeaderId.Precedence] ?? "").ToLowerInvariant() is "bulk" or "junk" or "list" or "auto_reply"
        || OfLists.Any(headers.Contains)
        || headers.Contains("X-Autoreply") || headers.Contains("X-Autorespond");

    private static string FirstWord(string value) => value.Trim().Split(' ', ';', '(')[0];
}
