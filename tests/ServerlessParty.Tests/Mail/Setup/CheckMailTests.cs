using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Mail.Setup;
using ServerlessParty.Mail.Smtp;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Setup;

/// <summary>What is said of a set-up, against a stub of SendGrid, a relay and a name service.</summary>
public sealed class CheckMailTests
{
    private const string Domain = "tinhuy.example.net";

    private readonly Names _names = new();
    private readonly MailOptions _mail = new()
    {
        Provider = "SendGrid",
        From = "ban-to-chuc@" + Domain,
        SendGrid = { ApiKey = SendGridStub.Key, EventPublicKey = "a key" },
    };

    private InboundOptions _inbound = new() { Enabled = true, Domain = "in." + Domain };
    private Uri? _publicUrl = new("https://party.example.net");
    private string? _code = "secret-code";
    private string _scopes = """{"scopes":["mail.send","2fa_required"]}""";

    [Fact]
    public async Task A_complete_set_up_is_well_in_every_line_and_no_line_tells_a_secret()
    {
        var checks = await SendGridAsync();

        Assert.All(checks, check => Assert.True(check.IsWell, check.Text));
        Assert.InRange(checks.Count, 9, 12);
        Assert.DoesNotContain(checks, check => check.Text.Contains(SendGridStub.Key, StringComparison.Ordinal)
            || check.Text.Contains(_code!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"scopes":["stats.read"]}""", "quyền Mail Send")]
    [InlineData("401", "không nhận khóa này (401)")]
    [InlineData("nonsense", "không trả lời")]
    [InlineData("[]", "không trả lời")]
    public async Task A_key_that_cannot_send_is_named_with_the_reason(string answer, string words)
    {
        _scopes = answer;

        await AssertMissingAsync(words);
    }

    [Fact]
    public async Task A_carrier_that_is_out_of_reach_is_named()
    {
        var check = await Check(new Uri("http://127.0.0.1:9")).RunAsync(default);

        Assert.Contains("Internet", Assert.Single(check, c => !c.IsWell).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_missing_setting_is_one_line_with_its_name()
    {
        _mail.SendGrid.EventPublicKey = "";
        await AssertMissingAsync("Mail__SendGrid__EventPublicKey");
        _mail.SendGrid.EventPublicKey = "a key";
        _code = null;
        await AssertMissingAsync("Hooks__Code");
        _code = "secret-code";
        _publicUrl = new("http://party.example.net");
        await AssertMissingAsync("Web__PublicUrl");
        _publicUrl = new("https://party.example.net");
        _inbound = new() { Enabled = true };
        await AssertMissingAsync("Mail__Inbound__Domain");
    }

    [Fact]
    public async Task Each_missing_record_is_one_line_with_its_name()
    {
        foreach (var name in _names.Known.Keys.ToList())
        {
            var kept = _names.Known[name];
            _names.Known.Remove(name);
            await AssertMissingAsync(name);
            _names.Known[name] = kept;
        }
    }

    [Theory]
    [InlineData("mx.sendgrid.net|mail.example.net")]
    [InlineData("mx.sendgrid.net.evil.example")]
    public async Task Mail_must_go_to_sendgrid_alone(string hosts)
    {
        _names.Known["in." + Domain] = hosts;

        await AssertMissingAsync("in." + Domain);
    }

    [Fact]
    public async Task A_silent_name_service_is_no_missing_record()
    {
        _names.IsSilent = true;

        var missing = (await SendGridAsync()).Where(c => !c.IsWell).ToList();

        Assert.Equal(4, missing.Count);
        Assert.All(missing, c => Assert.Contains("không trả lời; hãy thử lại", c.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relay_is_tried_up_to_its_login_and_gets_no_letter()
    {
        await using var relay = new SmtpStub();
        UseRelay(relay.Port);

        var checks = await Check(null).RunAsync(default);

        Assert.All(checks, check => Assert.True(check.IsWell, check.Text));
        Assert.Contains(relay.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.DoesNotContain(relay.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relay_that_refuses_the_password_is_named()
    {
        await using var relay = new SmtpStub { Answer = c => c.StartsWith("AUTH", StringComparison.Ordinal) ? "535 no" : null };
        UseRelay(relay.Port);

        Assert.Contains("127.0.0.1", Assert.Single(await Check(null).RunAsync(default), c => !c.IsWell).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_that_stay_in_a_folder_are_no_set_up()
    {
        (_mail.Provider, _inbound) = ("Folder", new());

        Assert.Contains("Mail__Provider", Assert.Single(await Check(null).RunAsync(default), c => !c.IsWell).Text, StringComparison.Ordinal);
    }

    private void UseRelay(int port)
    {
        (_mail.Provider, _inbound) = ("Smtp", new());
        (_mail.Smtp.Host, _mail.Smtp.Port, _mail.Smtp.User, _mail.Smtp.Password) = ("127.0.0.1", $"{port}", "user", "password");
        _names.Known[Domain] = "v=spf1 mx -all";
    }

    private async Task AssertMissingAsync(string words) =>
        Assert.Contains(words, Assert.Single(await SendGridAsync(), c => !c.IsWell).Text, StringComparison.Ordinal);

    private async Task<IReadOnlyList<MailCheck>> SendGridAsync()
    {
        await using var sendGrid = await SmallApp.StartAsync(routes => routes.MapGet("/v3/scopes", (HttpContext context) =>
            context.Request.Headers.Authorization != $"Bearer {SendGridStub.Key}" || _scopes == "401"
                ? Results.StatusCode(401) : Results.Text(_scopes, "application/json")));
        return await Check(sendGrid.Address).RunAsync(default);
    }

    private CheckMail Check(Uri? sendGrid)
    {
        _mail.SendGrid.BaseUrl = sendGrid?.ToString() ?? _mail.SendGrid.BaseUrl;
        var place = new MailPlace(_publicUrl);
        return new(
            _mail, _inbound, new HookCode(_code), place, new MailRecords(_mail, _inbound, place), new SendGridLine(_mail.SendGrid),
            new SmtpLogin(_mail, TimeProvider.System), _names);
    }

    private sealed class Names : IDnsRecords
    {
        public Dictionary<string, string> Known { get; } = new()
        {
            ["in." + Domain] = "mx.sendgrid.net",
            ["s1._domainkey." + Domain] = "s1.domainkey.u1.wl001.sendgrid.net",
            ["s2._domainkey." + Domain] = "s2.domainkey.u1.wl001.sendgrid.net",
            ["_dmarc." + Domain] = "v=DMARC1; p=none",
        };

        public bool IsSilent { get; set; }

        public Task<IReadOnlyList<string>> MailHostsAsync(string domain, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>(Find(domain)?.Split('|') ?? []);

        public Task<string?> AliasAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Find(name));

        public Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>(Find(name) is { } text ? [text] : []);

        private string? Find(string name) => IsSilent ? throw new DnsSilentException() : Known.GetValueOrDefault(name);
    }
}
