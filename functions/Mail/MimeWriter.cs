using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Mail;

/// <summary>Writes a mail as RFC 5322 text: ASCII lines of at most 78 characters where we choose them, ended by CRLF; plain text and HTML as alternatives.</summary>
internal static class MimeWriter
{
    private const string End = "\r\n";
    private const int BodyLine = 76;

    public static byte[] Write(OutgoingMail mail, MailOptions from, DateTimeOffset date)
    {
        var boundary = Boundary(mail);
        var text = new StringBuilder();
        WriteHeaders(text, mail, from, date);
        text.Append("MIME-Version: 1.0").Append(End)
            .Append("Content-Type: multipart/alternative;").Append(End)
            .Append(CultureInfo.InvariantCulture, $" boundary=\"{boundary}\"").Append(End)
            .Append(End);
        WritePart(text, boundary, "text/plain", mail.Text);
        WritePart(text, boundary, "text/html", mail.Html);
        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--").Append(End);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>The same for every attempt that is the same, so that a provider's and our record can be put side by side.</summary>
    public static string MessageId(OutgoingMail mail, MailOptions from) =>
        $"<{mail.Letter}.{mail.Attempt}@{from.From.Split('@')[1]}>";

    private static void WriteHeaders(StringBuilder text, OutgoingMail mail, MailOptions from, DateTimeOffset date)
    {
        var at = date.ToString("ddd, dd MMM yyyy HH':'mm':'ss ", CultureInfo.InvariantCulture)
            + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        Header(text, "Date", at);
        Header(text, "From", MimeHeader.Mailbox(from.FromName, from.From));
        Header(text, "To", mail.To);
        if (EmailAddress.IsValid(mail.ReplyTo))
        {
            Header(text, "Reply-To", mail.ReplyTo!);
        }

        Header(text, "Subject", MimeHeader.Text(mail.Subject));
        Header(text, "Message-ID", MessageId(mail, from));
        // RFC 3834: nobody's absence notice shall answer.
        Header(text, "Auto-Submitted", "auto-generated");
    }

    private static void Header(StringBuilder text, string name, string value) =>
        text.Append(name).Append(": ").Append(value).Append(End);

    private static void WritePart(StringBuilder text, string boundary, string type, string body)
    {
        text.Append(CultureInfo.InvariantCulture, $"--{boundary}").Append(End)
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {type}; charset=utf-8").Append(End)
            .Append("Content-Transfer-Encoding: base64").Append(End)
            .Append(End);
        foreach (var line in Convert.ToBase64String(Encoding.UTF8.GetBytes(WithCrLf(body))).Chunk(BodyLine))
        {
            text.Append(line).Append(End);
        }
    }

    /// <summary>Text parts have CRLF line ends inside their encoding too (RFC 2045 §6.8).</summary>
    private static string WithCrLf(string body) =>
        body.ReplaceLineEndings("\n").Replace("\n", End, StringComparison.Ordinal);

    /// <summary>Base64 never holds <c>_</c>, so that no body can hold the boundary.</summary>
    private static string Boundary(OutgoingMail mail) =>
        "part_" + Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.Letter}.{mail.Attempt}")).AsSpan(..12));
}
