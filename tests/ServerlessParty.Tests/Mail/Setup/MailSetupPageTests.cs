using AngleSharp.Html.Parser;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Setup;

public sealed class MailSetupPageTests
{
    private const string Code = "code-nobody-may-read";

    [Fact]
    public async Task An_operator_copies_the_exact_values_and_no_secret_is_shown()
    {
        await using var office = await RunningBackOffice.StartAsync(
            null, "Development", "--Mail:Provider=SendGrid", $"--Mail:SendGrid:ApiKey={SendGridStub.Key}", "--Mail:SendGrid:BaseUrl=http://127.0.0.1:9",
            "--Mail:From=ban@tinhuy.example.net", "--Mail:Inbound:Enabled=true", "--Mail:Inbound:Domain=in.tinhuy.example.net",
            $"--Hooks:Code={Code}");
        using var client = office.Browser();
        client.DefaultRequestHeaders.Authorization = new("Bearer", RunningBackOffice.AdminToken);

        var text = await client.GetStringAsync("/operations/mail");
        var page = new HtmlParser().ParseDocument(text);

        var records = page.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Contains("in.tinhuy.example.net MX 10 mx.sendgrid.net", records);
        Assert.Contains("_dmarc.tinhuy.example.net TXT v=DMARC1; p=none; rua=mailto:ban@tinhuy.example.net", records);
        Assert.Contains(records, r => r.StartsWith("s1._domainkey.tinhuy.example.net CNAME", StringComparison.Ordinal));
        Assert.Contains("http://party.example.org/hooks/mail/inbound?code=…", text, StringComparison.Ordinal);
        Assert.Contains("http://party.example.org/hooks/mail/events?code=…", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Code, text, StringComparison.Ordinal);
        Assert.DoesNotContain(SendGridStub.Key, text, StringComparison.Ordinal);
    }
}
