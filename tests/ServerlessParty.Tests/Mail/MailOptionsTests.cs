using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServerlessParty.Hosting;
using ServerlessParty.Mail;
using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Mail.Smtp;

namespace ServerlessParty.Tests.Mail;

/// <summary>Who carries letters, and which settings stop the start.</summary>
public sealed class MailOptionsTests
{
    private static readonly string[] SendGridCarrier = ["Mail:Provider=SendGrid", "Mail:SendGrid:ApiKey=SG.secret-of-the-test"];

    [Theory]
    [InlineData(typeof(FolderMailer))]
    [InlineData(typeof(FolderMailer), "Mail:Provider=folder")]
    [InlineData(typeof(SendGridMailer), "Mail:Provider=SendGrid", "Mail:SendGrid:ApiKey=SG.secret-of-the-test")]
    [InlineData(typeof(SmtpMailer), "Mail:Provider=smtp", "Mail:Smtp:Host=relay.example.org")]
    public void The_provider_chooses_the_carrier(Type carrier, params string[] settings) =>
        Assert.IsType(carrier, Services(settings).GetRequiredService<IMailer>());

    [Theory]
    [InlineData("Mail__Provider: must be Folder, SendGrid or Smtp, not `Pigeon`.", "Mail:Provider=Pigeon")]
    [InlineData("Mail__Provider: must be", "Mail:Provider=1")]
    [InlineData("Mail__Provider: must be", "Mail:Provider=")]
    [InlineData("Mail__From: must be a plain e-mail address.", "Mail:From=Ban Tổ chức <btc@example.org>")]
    [InlineData("Mail__FromName: must be at most 100", "Mail:FromName=a\nb")]
    [InlineData("Mail__SendGrid__ApiKey: needed", "Mail:Provider=SendGrid")]
    [InlineData("Mail__SendGrid__ApiKey: needed", "Mail:Provider=SendGrid", "Mail:SendGrid:ApiKey=a b")]
    [InlineData("Mail__SendGrid__BaseUrl: must be an https address", "Mail:SendGrid:BaseUrl=http://mail.example.org")]
    [InlineData("Mail__SendGrid__BaseUrl: must be an https address", "Mail:SendGrid:BaseUrl=mail.example.org")]
    [InlineData("Mail__SendGrid__EventPublicKey: must be a P-256", "Mail:SendGrid:EventPublicKey=MFkwEwYHKoZIzj0CAQ==")]
    [InlineData("Mail__Smtp__Host: needed", "Mail:Provider=Smtp")]
    [InlineData("Mail__Smtp__Host: needed", "Mail:Provider=Smtp", "Mail:Smtp:Host=smtp://relay")]
    [InlineData("Mail__Smtp__Port: must be a number from 1 to 65535, not `abc`.", "Mail:Smtp:Port=abc")]
    [InlineData("Mail__Smtp__Port: must be", "Mail:Smtp:Port=65536")]
    [InlineData("Mail__Smtp__Tls: must be None, StartTls or Implicit, not `yes`.", "Mail:Smtp:Tls=yes")]
    [InlineData("Mail__Smtp__User: a user needs a password", "Mail:Smtp:User=btc")]
    [InlineData("Mail__Smtp__Tls: must not be None", "Mail:Smtp:Host=relay.example.org", "Mail:Smtp:Tls=None", "Mail:Smtp:User=btc", "Mail:Smtp:Password=secret-of-btc")]
    public void A_wrong_setting_is_named_with_the_reason_and_no_secret(string flaw, params string[] settings)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Services(settings).GetRequiredService<IMailer>());

        Assert.StartsWith(flaw, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false, "Mail:Provider=SendGrid", "Mail:SendGrid:ApiKey=SG.a")]
    [InlineData(true, "Mail:Provider=SendGrid", "Mail:SendGrid:ApiKey=SG.a", "Mail:SendGrid:BaseUrl=http://127.0.0.1:5000")]
    [InlineData(false, "Mail:Provider=Smtp", "Mail:Smtp:Host=relay.example.org")]
    [InlineData(true, "Mail:Provider=Smtp", "Mail:Smtp:Host=localhost")]
    [InlineData(true, "Mail:Provider=Smtp", "Mail:Smtp:Host=::1")]
    public void Mail_stays_on_the_machine_in_a_folder_and_with_carriers_on_it(bool stays, params string[] settings) =>
        Assert.Equal(stays, Services(settings).GetRequiredService<MailOptions>().StaysOnMachine);

    [Theory]
    [InlineData(SmtpTls.StartTls, 587, "Mail:Smtp:Host=relay.example.org")]
    [InlineData(SmtpTls.None, 25, "Mail:Smtp:Host=127.0.0.1")]
    [InlineData(SmtpTls.Implicit, 465, "Mail:Smtp:Host=relay.example.org", "Mail:Smtp:Tls=implicit")]
    [InlineData(SmtpTls.None, 2525, "Mail:Smtp:Host=relay.example.org", "Mail:Smtp:Tls=None", "Mail:Smtp:Port=2525")]
    public void A_line_that_leaves_the_machine_is_protected_unless_told_otherwise(SmtpTls mode, int port, params string[] settings)
    {
        var smtp = Services(settings).GetRequiredService<MailOptions>().Smtp;

        Assert.Equal((mode, port), (smtp.Mode, smtp.PortNumber));
    }

    [Fact]
    public void What_prints_the_settings_prints_no_key() =>
        Assert.DoesNotContain("secret", $"{Services(SendGridCarrier).GetRequiredService<MailOptions>()}", StringComparison.Ordinal);

    private static ServiceProvider Services(params string[] settings) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddMail(new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create(s[0], (string?)s[1]))).Build())
        .BuildServiceProvider();
}
