using System.Text;
using MimeKit;

namespace ServerlessParty.Mail;

/// <summary>A mail as mail programs and relays know it: RFC 5322 and MIME, plain text and HTML as alternatives.</summary>
internal static class MimeLetter
{
    /// <summary>The value of the header of the same name.</summary>
    public const string AutoSubmitted = "auto-generated";

    /// <summary>Lines end with CRLF, on every system.</summary>
    public static FormatOptions Format { get; } = CrLf();

    public static MimeMessage Of(OutgoingMail mail, MailOptions options, DateTimeOffset date)
    {
        var message = new MimeMessage
        {
            Date = date,
            Subject = mail.Subject,
            Body = new MultipartAlternative(Part("plain", mail.Text), Part("html", mail.Html)),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, options.FromName, options.From));
        message.To.Add(new MailboxAddress("", mail.To));
        if (EmailAddress.IsValid(mail.ReplyTo))
        {
            message.ReplyTo.Add(new MailboxAddress("", mail.ReplyTo!));
        }

        // The same whenever this attempt is written, so that a relay's record and ours can be put side by side.
        message.Headers.Replace("Message-ID", $"<{mail.Letter}.{mail.Attempt}@{options.From.Split('@')[1]}>");
        // RFC 3834: nobody's absence notice shall answer.
        message.Headers[HeaderId.AutoSubmitted] = AutoSubmitted;
        return message;
    }

    /// <summary>Base64 passes every relay as it is; text parts have CRLF line ends inside their encoding too (RFC 2045 §6.8).</summary>
    private static TextPart Part(string subtype, string body)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, body.ReplaceLineEndings("\r\n"));
        part.ContentTransferEncoding = ContentEncoding.Base64;
        return part;
    }

    private static FormatOptions CrLf()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
