using System.Net;
using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Inbound;

namespace ServerlessParty.Tests.Mail.Inbound;

/// <summary>The hook as the carrier knows it: real posts over HTTP, a real store.</summary>
public sealed class MailHookEndpointsTests
{
    [Fact]
    public async Task Mail_taken_apart_in_an_old_charset_is_filed()
    {
        await using var office = await MailOffice.StartAsync();
        var posts = Envelope(new Posts()).With("charsets", """{"subject":"UTF-8","text":"iso-8859-1"}""")
            .With("headers", "From: binh@example.org\nMessage-ID: <1@example.org>\n")
            .With("subject", "Biên bản tháng 11/2026")
            .With("text", Encoding.Latin1.GetBytes("Tri\u00EAn khai"))
            .WithFile("%PDF-1.4"u8.ToArray(), "Biên bản.pdf");

        using var answer = await office.PostAsync(posts);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var mail = Assert.Single(await office.InAsync(IntakeState.Filed));
        Assert.Equal(("Biên bản tháng 11/2026", "binh@example.org"), (mail.Subject, mail.Sender));
        Assert.Equal("Biên bản.pdf", Assert.Single(office.Minutes.All).FileName);
    }

    [Fact]
    public async Task Mail_as_it_travelled_is_filed()
    {
        await using var office = await MailOffice.StartAsync();
        var raw = OddMail.Head + "Subject: =?UTF-8?Q?th=C3=A1ng_11/2026?=\r\n" + OddMail.Mixed(OddMail.TextPart(), OddMail.File());

        using var answer = await office.PostAsync(Posts.Raw(Encoding.Latin1.GetBytes(raw)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("2026-11", Assert.Single(office.Minutes.All).Id.Key.Period.Value);
    }

    [Fact]
    public async Task The_same_mail_ten_times_at_once_is_one_row_and_one_document()
    {
        await using var office = await MailOffice.StartAsync();
        var handIns = 0;
        office.Minutes.Before = _ => Interlocked.Increment(ref handIns);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => office.PostAsync(Mail(boundary: $"b{n}"))));
        var late = await office.PostAsync(Mail(boundary: "late"));

        Assert.All(answers.Append(late), a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(await office.InAsync(IntakeState.Filed));
        Assert.Empty(await office.InAsync(IntakeState.Received));
        Assert.Equal((1, 1), (handIns, office.Minutes.All.Count));
    }

    [Fact]
    public async Task A_file_of_thirty_megabytes_is_taken_and_a_post_of_forty_one_is_not()
    {
        await using var office = await MailOffice.StartAsync();
        byte[] largest = [.. "%PDF-1.4"u8, .. new byte[SpooledFile.MaxBytes - 8]];

        using var taken = await office.PostAsync(Mail("largest").WithFile(largest, "b.pdf"));
        using var refused = await office.PostAsync(Mail("larger").WithFile(new byte[41_000_000], "c.pdf"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (taken.StatusCode, refused.StatusCode));
        Assert.Contains(office.Minutes.All, m => m.Size == SpooledFile.MaxBytes);
        Assert.Single(await office.InAsync(IntakeState.Filed));
    }

    [Theory]
    [InlineData("text/plain", "junk")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ncut")]
    [InlineData("multipart/form-data; boundary=b", "")]
    public async Task What_cannot_be_read_is_kept_and_answered_200(string type, string body)
    {
        await using var office = await MailOffice.StartAsync();
        using var client = new HttpClient { BaseAddress = office.Address };
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await client.PostAsync(MailOffice.Hook, content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var mail = Assert.Single(await office.InAsync(IntakeState.Triage));
        await using var post = await office.Get<IIntake>().OpenAsync(mail.Id, CancellationToken.None);
        Assert.Equal(body, await new StreamReader(post!.Rewind()).ReadToEndAsync());
    }

    [Fact]
    public async Task A_bad_sender_is_answered_200_too()
    {
        await using var office = await MailOffice.StartAsync();

        using var answer = await office.PostAsync(Posts.Parsed("x", from: "nobody@example.net", spf: "fail", dkim: "none"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(await office.InAsync(IntakeState.Triage));
    }

    [Fact]
    public async Task Storage_that_fails_at_any_write_is_a_5xx_until_the_mail_is_durable_and_the_next_try_files_it_once()
    {
        await using var office = await MailOffice.StartAsync();
        await office.PostAsync(Mail("warm"));
        office.Line.Reset();
        await office.PostAsync(Mail("counted"));
        var writes = office.Line.Writes;
        for (var cut = 1; cut <= writes; cut++)
        {
            office.Line.Reset();
            office.Line.CutAt = cut;
            using var answer = await office.PostAsync(Mail($"cut {cut}"));
            office.Line.CutAt = 0;
            Assert.Equal(await IsDurableAsync(office, $"cut {cut}"), answer.IsSuccessStatusCode);
            Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode >= 500);

            using var again = await office.PostAsync(Mail($"cut {cut}"));
            office.Clock.Advance(FileMail.Grace * 2);
            await office.Get<FileMail>().RunAsync(CancellationToken.None);

            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            Assert.Single(await office.InAsync(IntakeState.Filed), m => m.Subject == $"cut {cut} tháng 11/2026");
            Assert.Single(office.Minutes.All, m => m.FileName == $"cut {cut}.pdf");
        }

        Assert.InRange(writes, 5, 20);
    }

    [Fact]
    public async Task The_hook_asks_for_its_code()
    {
        await using var office = await MailOffice.StartAsync();

        foreach (var path in new[] { "/hooks/mail/inbound", "/hooks/mail/inbound?code=", "/hooks/mail/inbound?code=wrong", MailOffice.Hook + "&code=x" })
        {
            using var answer = await office.PostAsync(Mail(), path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Empty(await office.InAsync(IntakeState.Filed));
    }

    [Theory]
    [InlineData("--Hooks:Code=")]
    [InlineData("--Mail:Inbound:Enabled=false")]
    public async Task Without_a_code_or_turned_off_there_is_no_hook(string setting)
    {
        await using var office = await MailOffice.StartAsync(setting);

        using var answer = await office.PostAsync(Mail());

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task With_a_key_only_signed_posts_are_taken()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var office = await MailOffice.StartAsync($"--Mail:Inbound:PublicKey={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}");
        const string Time = "1600112502";
        var signature = Convert.ToBase64String(key.SignData(
            [.. Encoding.ASCII.GetBytes(Time), .. Mail().ToBytes()], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

        using var unsigned = await office.PostAsync(Mail());
        using var other = await office.PostAsync(Mail("other"), MailOffice.Hook, (HookSignature.SignatureHeader, signature), (HookSignature.TimestampHeader, Time));
        using var signed = await office.PostAsync(Mail(), MailOffice.Hook, (HookSignature.SignatureHeader, signature), (HookSignature.TimestampHeader, Time));

        Assert.Equal(
            (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK), (unsigned.StatusCode, other.StatusCode, signed.StatusCode));
    }

    [Theory]
    [InlineData("--Mail:Inbound:PublicKey=nonsense", "Mail__Inbound__PublicKey")]
    [InlineData("--Mail:Inbound:Domain=not a domain", "Mail__Inbound__Domain")]
    [InlineData("--Mail:Inbound:Enabled=maybe", "Mail__Inbound__Enabled")]
    public void A_wrong_setting_stops_the_start_with_its_name(string setting, string name)
    {
        var failure = Assert.Throws<ServerlessParty.Hosting.StartRefusedException>(() => ServerlessParty.Hosting.BackOffice.Build([setting]));

        Assert.StartsWith(name, failure.Message, StringComparison.Ordinal);
    }

    private static Posts Envelope(Posts posts) => posts
        .With("envelope", """{"to":["nop@in.example.org"],"from":"binh@example.org"}""").With("SPF", "pass");

    private static Posts Mail(string name = "a", string boundary = "b") => Envelope(new Posts { Boundary = boundary })
        .With("headers", "From: binh@example.org\nMessage-ID: <1@example.org>\n")
        .With("subject", $"{name} tháng 11/2026")
        .WithFile(Encoding.ASCII.GetBytes($"%PDF-1.4 {name}"), $"{name}.pdf");

    private static async Task<bool> IsDurableAsync(MailOffice office, string name)
    {
        var states = new[] { IntakeState.Received, IntakeState.Filed };
        var rows = await Task.WhenAll(states.Select(office.InAsync));
        return rows.SelectMany(r => r).Any(m => m.Subject == $"{name} tháng 11/2026");
    }
}
