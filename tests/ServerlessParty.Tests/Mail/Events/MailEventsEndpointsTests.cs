using System.Net;
using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Mail;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Events;

/// <summary>The hook over HTTP: who may post, and what is answered.</summary>
public sealed class MailEventsEndpointsTests
{
    private const string Code = "code-of-the-tests";
    private const string Path = "/hooks/mail/events?code=" + Code;

    [Fact]
    public async Task Events_change_their_letters_and_are_answered_once_stored()
    {
        await using var office = await StartAsync();
        var letter = await SendAsync(office);

        using var answer = await PostAsync(office, Path, Delivered(letter));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"events":1,"changed":1}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(LetterState.Delivered, office.Letters.All.Single().State);
    }

    [Theory]
    [InlineData("/hooks/mail/events")]
    [InlineData("/hooks/mail/events?code=")]
    [InlineData("/hooks/mail/events?code=other")]
    [InlineData("/hooks/mail/events?code=" + Code + "&code=" + Code)]
    public async Task Without_the_code_nothing_is_taken(string path)
    {
        await using var office = await StartAsync();
        var letter = await SendAsync(office);

        using var answer = await PostAsync(office, path, Delivered(letter));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(LetterState.HandedOver, office.Letters.All.Single().State);
    }

    [Fact]
    public async Task Without_a_code_in_the_settings_there_is_no_hook()
    {
        await using var office = await RunningBackOffice.StartAsync();

        using var answer = await PostAsync(office, Path, "[]");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task With_a_key_in_the_settings_only_what_it_signed_is_taken()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var office = await StartAsync(
            $"--Mail:SendGrid:EventPublicKey={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}");
        var body = Delivered(await SendAsync(office)) + "\r\n";
        var signature = Convert.ToBase64String(key.SignData(
            Encoding.UTF8.GetBytes("1795485600" + body), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

        using var missing = await PostAsync(office, Path, body);
        using var wrong = await PostAsync(office, Path, body, (signature, "1795485601"));
        using var right = await PostAsync(office, Path, body, (signature, "1795485600"));

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK],
            new[] { missing.StatusCode, wrong.StatusCode, right.StatusCode });
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("[{]", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.OK)]
    [InlineData("""[{"event":"delivered"},{"event":"open","letter":"0-20261124-reminder-0f-01.1"}]""", HttpStatusCode.OK)]
    public async Task What_is_no_list_is_refused_and_what_is_not_ours_is_left_out(string body, HttpStatusCode status)
    {
        await using var office = await StartAsync();

        using var answer = await PostAsync(office, Path, body);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_post_that_is_too_large_is_refused_unread()
    {
        await using var office = await StartAsync();

        using var answer = await PostAsync(office, Path, $"[\"{new string('x', 11 * 1024 * 1024)}\"]");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_asked_for_again()
    {
        await using var office = await StartAsync();
        var letter = await SendAsync(office);
        office.Letters.IsOut = true;

        using var answer = await PostAsync(office, Path, Delivered(letter));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    private static Task<RunningBackOffice> StartAsync(params string[] settings) =>
        RunningBackOffice.StartAsync(settings: [$"--Hooks:Code={Code}", .. settings]);

    private static async Task<LetterId> SendAsync(RunningBackOffice office)
    {
        var letter = await office.Letters.BeginAsync(LetterClass.Receipt, "event-1", new(2026, 11, 24), "a@example.org", default);
        await office.Letters.AdvanceAsync([letter! with { State = LetterState.HandedOver }], default);
        return letter.Id;
    }

    private static string Delivered(LetterId letter) =>
        $$"""[{"event":"delivered","sg_event_id":"e1","timestamp":1795485600,"letter":"{{letter}}.1"}]""";

    private static async Task<HttpResponseMessage> PostAsync(
        RunningBackOffice office, string path, string body, (string Signature, string Timestamp)? signed = null)
    {
        using var browser = office.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            // So that a body that is too large is refused before it is sent.
            Headers = { ExpectContinue = true },
        };
        if (signed is { } with)
        {
            request.Headers.Add(HookSignature.SignatureHeader, with.Signature);
            request.Headers.Add(HookSignature.TimestampHeader, with.Timestamp);
        }

        return await browser.SendAsync(request);
    }
}
