namespace ServerlessParty.Mail.Inbound;

/// <summary>A mail that was attached to a mail: forwarded, or dragged into it.</summary>
internal static class AttachedMail
{
    public static bool IsOne(string mediaType, string? fileName) =>
        mediaType.Equals("message/rfc822", StringComparison.OrdinalIgnoreCase)
        || fileName?.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What it holds; nothing when it can't be read. Mails within it stay closed.</summary>
    public static async Task<MimeContent> ReadAsync(Stream mail, SpooledPost post, CancellationToken cancellationToken)
    {
        var content = new MimeContent(post);
        await content.ReadAsync(
            (await MimeMail.TryParseAsync(mail, cancellationToken))?.Body, opens: false, cancellationToken);
        return content;
    }
}
