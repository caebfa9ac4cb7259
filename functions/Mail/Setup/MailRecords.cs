using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Mail.Setup;

/// <summary>A record of the name service to enter.</summary>
/// <param name="Value">Null where only the carrier's own page shows it.</param>
public sealed record MailRecord(string Name, string Type, string? Value);

/// <summary>What this installation wants entered elsewhere, exactly as it must be written.</summary>
public sealed class MailRecords(MailOptions mail, InboundOptions inbound, MailPlace place)
{
    /// <summary>Takes mail in for SendGrid's Inbound Parse.</summary>
    public const string Exchange = "mx.sendgrid.net";

    public string SenderDomain => mail.From[(mail.From.IndexOf('@', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    public string? InboundDomain => inbound.Domain;

    /// <summary>Where the carrier posts mail; the code stays a placeholder, since it is a secret.</summary>
    public string InboundUrl => Hook("inbound");

    /// <summary>Where the carrier posts what became of letters.</summary>
    public string EventsUrl => Hook("events");

    public IReadOnlyList<MailRecord> All =>
    [
        .. inbound.Domain is { } domain ? [new(domain, "MX 10", Exchange)] : Array.Empty<MailRecord>(),
        .. mail.Carrier is MailCarrier.SendGrid ? SendGrid : [],
        new($"_dmarc.{SenderDomain}", "TXT", $"v=DMARC1; p=none; rua=mailto:{mail.From}"),
    ];

    private MailRecord[] SendGrid =>
    [
        new($"em….{SenderDomain}", "CNAME", null),
        new($"s1._domainkey.{SenderDomain}", "CNAME", null),
        new($"s2._domainkey.{SenderDomain}", "CNAME", null),
    ];

    private string Hook(string name) =>
        $"{place.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? "https://…"}/hooks/mail/{name}?code=…";
}
