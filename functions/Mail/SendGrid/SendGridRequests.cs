using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessParty.Mail.SendGrid;

/// <summary>
/// Puts letters into as few requests as the API allows. A request has one content for all its letters; so the content of a
/// shared one is a tag for each part, and every letter brings its own text for the tags (<c>substitutions</c>). Such texts have
/// a limit, and a letter beyond it goes in a request of its own.
/// </summary>
internal static class SendGridRequests
{
    /// <summary>Where a letter's plain text is put in.</summary>
    public const string TextTag = "-letterText-";

    /// <summary>Where a letter's HTML is put in.</summary>
    public const string HtmlTag = "-letterHtml-";

    /// <summary>Stands for what is before the <c>@</c> of the address that answers go to.</summary>
    public const string ReplyTag = "-letterReply-";

    /// <summary>The most bytes of one letter's <c>substitutions</c> (API reference, mail/send); tags and what JSON adds are counted along.</summary>
    public const int MaxSubstitutionBytes = 10_000;

    /// <summary>Vietnamese letters as they are, not as six characters each: nobody takes this JSON for HTML.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static IReadOnlyList<SendGridRequest> Of(IEnumerable<OutgoingMail> mails) =>
    [
        // The API takes an address once a request.
        .. mails.GroupBy(mail => mail.To).SelectMany(mails => mails.Select((mail, number) => (Mail: mail, Number: number)))
            .GroupBy(m => (m.Mail.Letter.Class, m.Number, MayShare: MayShare(m.Mail), Answers: Domain(m.Mail)), m => m.Mail)
            .SelectMany(group => group.Key.MayShare ? [[.. group]] : group.Select(mail => (OutgoingMail[])[mail]))
            .Select(group => new SendGridRequest(group)),
    ];

    private static bool MayShare(OutgoingMail mail) =>
        Bytes(mail.Text) + Bytes(mail.Html) + (mail.ReplyTo?.Length ?? 0)
            + TextTag.Length + HtmlTag.Length + ReplyTag.Length <= MaxSubstitutionBytes
        // In a text that holds a tag, a text would be put in for it.
        && ((string[])[mail.Subject, mail.Text, mail.Html]).All(text =>
            !text.Contains(TextTag, StringComparison.Ordinal) && !text.Contains(HtmlTag, StringComparison.Ordinal)
            && !text.Contains(ReplyTag, StringComparison.Ordinal));

    private static int Bytes(string text) => JsonEncodedText.Encode(text, Encoder).EncodedUtf8Bytes.Length;

    private static string? Domain(OutgoingMail mail) => mail.ReplyTo?.Split('@')[^1];
}
