namespace ServerlessParty.Mail.Inbound;

/// <summary>Settings <c>Mail:Inbound:*</c>.</summary>
public sealed record InboundOptions
{
    /// <summary>Whether mail comes in at all; off until a province turns it on, on in a local run.</summary>
    public bool Enabled { get; init; }

    /// <summary>The domain that units hand in at, lower case: <c>nop+token@{Domain}</c>; null takes mail of any.</summary>
    public string? Domain { get; init; }

    /// <summary>Checks the carrier's signature; null when no signed-parse policy is set up.</summary>
    public HookSignature? Signature { get; init; }

    /// <summary>What is wrong with a domain, as a clause; null when nothing is.</summary>
    public static string? DomainFlaw(string domain) =>
        EmailAddress.IsValid("a@" + domain) ? null : $"must be a domain such as in.example.org, not `{domain}`";
}
