using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Smtp;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Smtp;

/// <summary>Lines to a relay that are protected, and relays that are not whom they claim to be.</summary>
public sealed class SmtpTlsTests
{
    private static readonly X509Certificate2 Certificate = MakeCertificate();

    [Theory]
    [InlineData("StartTls", false)]
    [InlineData("Implicit", true)]
    public async Task Letters_go_over_a_protected_line(string mode, bool isImplicit)
    {
        await using var relay = new SmtpStub { Certificate = Certificate, IsImplicit = isImplicit, Offers = ["STARTTLS", "AUTH PLAIN"] };

        var answer = await SendAsync(relay, mode, trusts: true);

        Assert.IsType<HandOver.Taken>(answer);
        Assert.Single(relay.Accepted);
    }

    [Theory]
    [InlineData("StartTls", false)]
    [InlineData("Implicit", true)]
    public async Task A_certificate_that_nobody_vouches_for_stops_the_run_before_anything_is_said(string mode, bool isImplicit)
    {
        await using var relay = new SmtpStub { Certificate = Certificate, IsImplicit = isImplicit, Offers = ["STARTTLS", "AUTH PLAIN"] };

        var stop = Assert.IsType<HandOver.NotSent>(await SendAsync(relay, mode, trusts: false));

        Assert.True(stop.StopsRun);
        Assert.StartsWith("Mail__Smtp__Tls: the relay's certificate is not accepted", stop.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(relay.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal) || c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relay_without_TLS_gets_no_password()
    {
        await using var relay = new SmtpStub();

        var stop = Assert.IsType<HandOver.NotSent>(await SendAsync(relay, "StartTls", trusts: true));

        Assert.True(stop.StopsRun);
        Assert.StartsWith("Mail__Smtp__Tls: ", stop.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(relay.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal));
    }

    private static async Task<HandOver> SendAsync(SmtpStub relay, string mode, bool trusts)
    {
        var options = new MailOptions
        {
            From = "btc@example.org",
            Smtp = { Host = "127.0.0.1", Port = $"{relay.Port}", Tls = mode, User = "btc", Password = "secret-of-btc" },
        };
        var mailer = new SmtpMailer(options, TimeProvider.System, () =>
        {
            var client = new SmtpClient { CheckCertificateRevocation = false };
            if (trusts)
            {
                client.ServerCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == Certificate.GetCertHashString();
            }

            return client;
        });
        return (await mailer.HandOverAsync(SomeLetters.Of(1), default))[0];
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=relay.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
