using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Tests.Mail.Inbound;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Inbound;

public sealed class TriageEndpointsTests
{
    private const string Hostile = "<script>alert(1)</script> \"x\"";

    [Fact]
    public async Task A_mail_in_triage_is_shown_escaped_and_its_files_are_only_saved()
    {
        await using var office = await MailOffice.StartAsync();
        using var browser = await office.SignInAsync();
        await office.PostAsync(Posts.Parsed(Hostile, Hostile, "stranger@example.net").WithFile("<html>"u8.ToArray(), "trang.html", "text/html"));
        var mail = Assert.Single(await office.InAsync(IntakeState.Triage));

        var list = await browser.GetStringAsync("/intake");
        var page = await browser.GetStringAsync($"/intake/{mail.Id}");
        using var file = await browser.GetAsync($"/intake/{mail.Id}/files/1");
        using var whole = await browser.GetAsync($"/intake/{mail.Id}/files/0");

        Assert.DoesNotContain("<script>", list + page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("trang.html", list, StringComparison.Ordinal);
        Assert.Equal("<html>", await file.Content.ReadAsStringAsync());
        Assert.Equal(
            ("application/octet-stream", "attachment", "trang.html", "nosniff"),
            (file.Content.Headers.ContentType!.ToString(), file.Content.Headers.ContentDisposition!.DispositionType,
                file.Content.Headers.ContentDisposition.FileName, file.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("name=\"envelope\"", await whole.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_assigns_a_mail_by_the_form_of_its_page()
    {
        await using var office = await MailOffice.StartAsync();
        using var browser = await office.SignInAsync();
        var mail = await TriagedAsync(office);

        using var unknown = await browser.PressAsync($"/intake/{mail.Id}", ("unitCode", "nowhere"), ("file", "1"));
        using var done = await browser.PressAsync(
            $"/intake/{mail.Id}", ("unitCode", "cell-1"), ("kind", "minutes.regular"), ("period", "tháng 10/2026"), ("file", "1"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (unknown.StatusCode, done.StatusCode));
        Assert.Equal("cell-1|minutes.regular|2026-10", Assert.Single(office.Minutes.All).Id.Key.ToString());
        Assert.Contains("cell-1_minutes.regular_2026-10_1", await browser.GetStringAsync($"/intake/{mail.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_lists_reads_assigns_and_lays_aside()
    {
        await using var office = await MailOffice.StartAsync();
        using var program = office.Operator();
        var mail = await TriagedAsync(office);

        var list = await program.GetFromJsonAsync<JsonElement>("/api/intake?state=triage");
        var one = await program.GetFromJsonAsync<JsonElement>($"/api/intake/{mail.Id}");
        using var wrong = await program.PostAsJsonAsync($"/api/intake/{mail.Id}/assignment", new { organizationId = "cell-1", kind = "minutes.regular", period = "never" });
        using var right = await program.PostAsJsonAsync($"/api/intake/{mail.Id}/assignment", new { organizationId = "cell-1", kind = "minutes.regular", period = "2026-11" });
        using var again = await program.PostAsJsonAsync($"/api/intake/{mail.Id}/assignment", new { organizationId = "cell-1", kind = "minutes.regular", period = "2026-11" });
        using var late = await program.PostAsJsonAsync($"/api/intake/{mail.Id}/discard", new { reason = "nhầm" });

        Assert.Equal(mail.Id.Value, list.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal("bien-ban.pdf", one.GetProperty("attachments")[0].GetProperty("name").GetString());
        Assert.Equal("mail.unknownSender", one.GetProperty("mail").GetProperty("reason").GetString());
        Assert.Equal((422, "minutes.period"), ((int)wrong.StatusCode, await CodeAsync(wrong)));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (right.StatusCode, again.StatusCode));
        Assert.Equal((409, "intake.decided"), ((int)late.StatusCode, await CodeAsync(late)));
        Assert.Single(office.Minutes.All);
    }

    [Fact]
    public async Task A_mail_is_laid_aside_with_a_reason()
    {
        await using var office = await MailOffice.StartAsync();
        using var program = office.Operator();
        var mail = await TriagedAsync(office);

        using var without = await program.PostAsJsonAsync($"/api/intake/{mail.Id}/discard", new { });
        using var with = await program.PostAsJsonAsync($"/api/intake/{mail.Id}/discard", new { reason = "Thư quảng cáo" });

        Assert.Equal((422, HttpStatusCode.OK), ((int)without.StatusCode, with.StatusCode));
        Assert.Equal(("Thư quảng cáo", "operator"), (Assert.Single(await office.InAsync(IntakeState.Discarded)).Outcome.Note, (await office.InAsync(IntakeState.Discarded))[0].Outcome.DecidedBy));
    }

    [Theory]
    [InlineData("/api/intake?state=nothing", 400)]
    [InlineData("/api/intake/zz", 404)]
    [InlineData("/api/intake/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 404)]
    [InlineData("/api/intake/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad/files/1", 404)]
    [InlineData("/intake/zz", 404)]
    public async Task What_does_not_exist_is_said_not_to(string path, int status)
    {
        await using var office = await MailOffice.StartAsync();
        using var program = office.Operator();

        Assert.Equal(status, (int)(await program.GetAsync(path)).StatusCode);
    }

    private static async Task<IntakeMail> TriagedAsync(MailOffice office)
    {
        await office.PostAsync(MailScene.WithPdf(MailScene.Sent(from: "stranger@example.net")));
        return Assert.Single(await office.InAsync(IntakeState.Triage));
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
