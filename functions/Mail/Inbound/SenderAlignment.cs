namespace ServerlessParty.Mail.Inbound;

/// <summary>
/// Whether a mail comes from where its author's address says: the author's domain is the one the sending server may send for
/// (SPF), or one that signed it (DKIM). As DMARC (RFC 7489) asks, in its relaxed form, but without a list of public suffixes:
/// two domains belong together when they are the same or one lies under the other. Stricter than DMARC for siblings
/// (<c>mail.example.org</c> and <c>bounce.example.org</c>), the same or stricter for all else, as nobody sends mail for <c>gov.vn</c> itself.
/// </summary>
public static class SenderAlignment
{
    public static bool IsAligned(InboundMail mail) =>
        DomainOf(mail.Head.From) is { } author
        && ((mail.Checks.SpfPassed && BelongTogether(author, DomainOf(mail.Envelope.From)))
            || mail.Checks.DkimDomains.Any(signer => BelongTogether(author, signer)));

    private static bool BelongTogether(string author, string? other) =>
        other is not null && other.Contains('.', StringComparison.Ordinal)
        && (author == other || IsUnder(author, other) || IsUnder(other, author));

    private static bool IsUnder(string domain, string upper) =>
        domain.EndsWith("." + upper, StringComparison.Ordinal);

    private static string? DomainOf(string? address) =>
        EmailAddress.IsValid(address) ? address![(address!.LastIndexOf('@') + 1)..].ToLowerInvariant() : null;
}
