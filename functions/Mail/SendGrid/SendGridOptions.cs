namespace ServerlessParty.Mail.SendGrid;

/// <summary>Settings <c>Mail:SendGrid:*</c>. No record: what prints itself would print the key.</summary>
public sealed class SendGridOptions
{
    /// <summary>May send mail, and needs to do nothing else.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Where the v3 API is; an account in the EU has its own.</summary>
    public string BaseUrl { get; set; } = "https://api.sendgrid.com";

    /// <summary>What delivery events are signed with: base64 of a SubjectPublicKeyInfo; empty: they are not checked.</summary>
    public string EventPublicKey { get; set; } = "";

    /// <summary>Null when <see cref="BaseUrl"/> is none.</summary>
    public Uri? Address => Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address : null;

    /// <summary>Null where events are not checked.</summary>
    internal HookSignature? EventSignature() => HookSignature.TryCreate(EventPublicKey, out var signature) ? signature : null;

    /// <param name="isCarrier">Whether letters go this way; else only what is said at all must make sense.</param>
    internal IEnumerable<string> Flaws(bool isCarrier)
    {
        if (isCarrier && (ApiKey.Length == 0 || ApiKey.Any(c => c is <= ' ' or > '~')))
        {
            yield return "Mail__SendGrid__ApiKey: needed, as SendGrid shows it once when the key is made (SG.…).";
        }

        if (Address is null)
        {
            yield return $"Mail__SendGrid__BaseUrl: must be an https address, not `{BaseUrl}`.";
        }

        if (EventPublicKey.Length > 0 && EventSignature() is null)
        {
            yield return "Mail__SendGrid__EventPublicKey: must be a P-256 public key, as base64 of its SubjectPublicKeyInfo.";
        }
    }
}
