namespace ServerlessParty.Mail.Inbound;

/// <summary>Settings <c>Mail:Inbound:*</c>. The generated binder sets properties of an existing object, so that they cannot be init-only.</summary>
public sealed record InboundOptions
{
    /// <summary>Whether mail comes in at all; off until a province turns it on.</summary>
    public bool Enabled { get; set; }

    /// <summary>The domain that units hand in at: <c>nop+token@{Domain}</c>; null where mail in is off.</summary>
    public string? Domain { get; set; }
}
