namespace ServerlessParty.Mail.Inbound;

/// <summary>A mail that came in, as its carrier posted it. It reads from the post, so that it lives no longer than that.</summary>
/// <param name="Text">What a reader sees, as plain text; at most <see cref="MaxText"/> characters, the rest is left out.</param>
/// <param name="Attachments">Everything that is not the text, signatures and logos too, in the order of the mail.</param>
public sealed record InboundMail(
    MailEnvelope Envelope, MailHead Head, SenderChecks Checks, string Text, IReadOnlyList<InboundAttachment> Attachments)
{
    /// <summary>The most characters of text that are looked at.</summary>
    public const int MaxText = 200_000;
}

/// <summary>Whom the mail was carried for, as the servers said to each other. Routing asks this, never the headers.</summary>
/// <param name="From">Lower case; empty for a notice of a mail system, which nobody may answer.</param>
/// <param name="To">Lower case.</param>
public sealed record MailEnvelope(string From, IReadOnlyList<string> To);

/// <summary>What the mail says of itself.</summary>
/// <param name="From">The one author's address, lower case; null when there is none, more than one, or something else.</param>
/// <param name="Subject">One line, decoded, at most <see cref="MaxSubject"/> characters.</param>
/// <param name="IsAutomatic">A program sent it, or a list: no person waits for an answer (RFC 3834).</param>
public sealed record MailHead(string? From, string Subject, string? MessageId, bool IsAutomatic)
{
    public const int MaxSubject = 300;
}

/// <summary>What the carrier found when it checked where the mail came from.</summary>
/// <param name="SpfPassed">Whether the server it came from may send for the domain of the envelope's sender.</param>
/// <param name="DkimDomains">The domains whose signature was right, lower case.</param>
public sealed record SenderChecks(bool SpfPassed, IReadOnlyList<string> DkimDomains);

/// <summary>One file of a mail.</summary>
/// <param name="Name">Decoded, one line, at most <see cref="MaxName"/> characters; empty when it has none.</param>
/// <param name="MediaType">As declared, lower case; says little about the bytes.</param>
/// <param name="IsShown">The HTML text shows it by its content-id: a logo, a picture within the text.</param>
/// <param name="Size">In bytes; of an encoded file a close estimate.</param>
/// <param name="Open">The bytes from the beginning, decoded. All files of a mail share one reader: one open at a time.</param>
public sealed record InboundAttachment(
    string Name, string MediaType, string? ContentId, bool IsShown, bool IsInline, long Size, Func<Stream> Open)
{
    public const int MaxName = 200;
}
