using MimeKit;

namespace ServerlessParty.Mail.Inbound;

/// <summary>Parses mails as they travel (RFC 5322, MIME), leaving the bytes of their files where they are.</summary>
internal static class MimeMail
{
    /// <summary>Parses a mail; null when it is none, or one built to exhaust its reader.</summary>
    /// <param name="mail">Can seek, and stays open as long as the mail is read.</param>
    public static async Task<MimeMessage?> TryParseAsync(Stream mail, CancellationToken cancellationToken)
    {
        Charsets.Register();
        try
        {
            await new MimeLimits(mail).ReadMessageAsync(cancellationToken);
            mail.Position = 0;
            return await new MimeParser(MimeLimits.Parsing, mail, MimeFormat.Entity, persistent: true)
                .ParseMessageAsync(cancellationToken);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Reads the block of headers of a mail.</summary>
    public static async Task<HeaderList> HeadersAsync(Stream block, CancellationToken cancellationToken)
    {
        Charsets.Register();
        try
        {
            return await HeaderList.LoadAsync(MimeLimits.Parsing, block, cancellationToken);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
