using ServerlessParty.Mail.Inbound;
using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Mail.Smtp;

namespace ServerlessParty.Mail.Setup;

/// <summary>Says what of the mail's set-up is well and what is missing; sends no letter and changes nothing.</summary>
public sealed class CheckMail(
    MailOptions mail, InboundOptions inbound, HookCode hooks, MailPlace place, MailRecords records, SendGridLine sendGrid, SmtpLogin smtp, IDnsRecords dns)
{
    /// <summary>What SendGrid's name servers end in.</summary>
    private const string SendGridZone = ".sendgrid.net";

    public async Task<IReadOnlyList<MailCheck>> RunAsync(CancellationToken cancellationToken)
    {
        List<MailCheck> checks = [Sender(), Address()];
        checks.AddRange(mail.Carrier switch
        {
            MailCarrier.SendGrid => await SendGridAsync(cancellationToken),
            MailCarrier.Smtp => await SmtpAsync(cancellationToken),
            _ => [MailCheck.Of(false, "Carrier")],
        });
        checks.AddRange(inbound.Enabled ? await InboundAsync(cancellationToken) : [MailCheck.Of(true, "InboundOff")]);
        return checks;
    }

    /// <summary>The shipped default is an address that belongs to nobody.</summary>
    private MailCheck Sender() => MailCheck.Of(records.SenderDomain is not ("example.org" or "example.com"), "Sender", mail.From);

    private MailCheck Address() => MailCheck.Of(place.PublicUrl?.Scheme == Uri.UriSchemeHttps, "PublicUrl");

    private async Task<IReadOnlyList<MailCheck>> SendGridAsync(CancellationToken cancellationToken) =>
    [
        await KeyAsync(cancellationToken),
        MailCheck.Of(mail.SendGrid.EventPublicKey.Length > 0, "EventKey"),
        MailCheck.Of(hooks.IsOn, "HooksCode"),
        await SignerAsync("s1", cancellationToken),
        await SignerAsync("s2", cancellationToken),
        await PolicyAsync(cancellationToken),
    ];

    private async Task<MailCheck> KeyAsync(CancellationToken cancellationToken) =>
        await sendGrid.ReadScopesAsync(cancellationToken) switch
        {
            SendGridScopes.Known { MaySend: true } => MailCheck.Of(true, "ApiKey"),
            SendGridScopes.Known => new(false, MailSetupTexts.Get("ApiKeyScope")),
            SendGridScopes.Refused refused => MailCheck.Of(false, "ApiKey", refused.Status),
            _ => new(false, MailSetupTexts.Get("ApiKeySilent")),
        };

    private Task<MailCheck> SignerAsync(string selector, CancellationToken cancellationToken)
    {
        var name = $"{selector}._domainkey.{records.SenderDomain}";
        return AskAsync(name, async () => MailCheck.Of(
            (await dns.AliasAsync(name, cancellationToken))?.EndsWith(SendGridZone, StringComparison.Ordinal) == true, "Signer", name));
    }

    private Task<MailCheck> PolicyAsync(CancellationToken cancellationToken)
    {
        var name = $"_dmarc.{records.SenderDomain}";
        return AskAsync(name, async () => MailCheck.Of(
            (await dns.TextsAsync(name, cancellationToken)).Any(t => t.StartsWith("v=DMARC1", StringComparison.OrdinalIgnoreCase)), "Policy", name));
    }

    private async Task<IReadOnlyList<MailCheck>> SmtpAsync(CancellationToken cancellationToken)
    {
        var problem = await smtp.TryAsync(cancellationToken);
        return
        [
            MailCheck.Of(problem is null, "Relay", mail.Smtp.Host, problem ?? ""),
            await AskAsync(records.SenderDomain, async () => MailCheck.Of(
                (await dns.TextsAsync(records.SenderDomain, cancellationToken)).Any(t => t.StartsWith("v=spf1", StringComparison.OrdinalIgnoreCase)), "Spf", records.SenderDomain)),
            await PolicyAsync(cancellationToken),
        ];
    }

    private async Task<IReadOnlyList<MailCheck>> InboundAsync(CancellationToken cancellationToken)
    {
        List<MailCheck> checks = [MailCheck.Of(inbound.Domain is not null, "InboundDomain")];
        if (mail.Carrier is not MailCarrier.SendGrid)
        {
            checks.Add(MailCheck.Of(hooks.IsOn, "HooksCode"));
        }

        if (inbound.Domain is { } domain)
        {
            checks.Add(await AskAsync(domain, async () => MailCheck.Of(
                await dns.MailHostsAsync(domain, cancellationToken) is [MailRecords.Exchange], "Mx", domain, MailRecords.Exchange)));
        }

        return checks;
    }

    private static async Task<MailCheck> AskAsync(string name, Func<Task<MailCheck>> ask)
    {
        try
        {
            return await ask();
        }
        catch (DnsSilentException)
        {
            return new(false, MailSetupTexts.Format("DnsSilent", name));
        }
    }
}
