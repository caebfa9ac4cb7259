using System.Text;

namespace ServerlessParty.Mail.SendGrid;

/// <summary>
/// Puts letters into as few requests as the API allows. A request has one content for all its letters; so the content of a
/// shared one is a tag for each part, and every letter brings its own text for the tags (<c>substitutions</c>). Such texts have
/// a limit, and a letter beyond it goes in a request of its own.
/// </summary>
internal static class SendGridRequests
{
    private const string TagStart = "-ownLetter";

    /// <summary>Where a letter's plain text is put in.</summary>
    public const string TextTag = TagStart + "Text-";

    /// <summary>Where a letter's HTML is put in.</summary>
    public const string HtmlTag = TagStart + "Html-";

    /// <summary>Stands for what is before the <c>@</c> of the address that answers go to.</summary>
    public const string ReplyTag = TagStart + "Reply-";

    /// <summary>The most bytes of one letter's <c>substitutions</c> (API reference, mail/send), in UTF-8, its tags counted along.</summary>
    public const int MaxSubstitutionBytes = 10_000;

    public static IReadOnlyList<SendGridRequest> Of(IEnumerable<OutgoingMail> mails) =>
    [
        // The API takes an address once a request.
        .. mails.GroupBy(mail => mail.To).SelectMany(mails => mails.Select((mail, number) => (Mail: mail, Number: number)))
            .GroupBy(m => (m.Mail.Letter.Class, m.Number, MayShare: MayShare(m.Mail), Answers: Domain(m.Mail)), m => m.Mail)
            .SelectMany(group => group.Key.MayShare ? [[.. group]] : group.Select(mail => (OutgoingMail[])[mail]))
            .Select(group => new SendGridRequest(group)),
    ];

    private static bool MayShare(OutgoingMail mail) =>
        Encoding.UTF8.GetByteCount(mail.Text) + Encoding.UTF8.GetByteCount(mail.Html) + (mail.ReplyTo?.Length ?? 0)
            + TextTag.Length + HtmlTag.Length + ReplyTag.Length <= MaxSubstitutionBytes
        && !HoldsTag(mail.Subject) && !HoldsTag(mail.Text) && !HoldsTag(mail.Html);

    /// <summary>In a text that holds a tag, a text would be put in for it.</summary>
    private static bool HoldsTag(string text) => text.Contains(TagStart, StringComparison.Ordinal);

    private static string? Domain(OutgoingMail mail) => mail.ReplyTo?.Split('@')[^1];
}
