using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ServerlessParty.Mail;
using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.SendGrid;

/// <summary>What became of each letter, by what SendGrid does with the requests that hold them.</summary>
public sealed class SendGridMailerTests : IAsyncLifetime
{
    private SendGridStub _stub = null!;

    public async Task InitializeAsync() => _stub = await SendGridStub.StartAsync();

    public async Task DisposeAsync() => await _stub.DisposeAsync();

    [Fact]
    public async Task What_was_taken_carries_the_name_SendGrid_gave_the_request()
    {
        var answers = await SendAsync(Letters(3));

        var taken = Assert.Single(_stub.Accepted.Select(l => l.MessageId).Distinct());
        Assert.Equal(Enumerable.Repeat(new HandOver.Taken(taken), 3), answers);
    }

    [Fact]
    public async Task Who_is_refused_by_name_is_refused_and_the_others_go_at_once()
    {
        var letters = Letters(4);
        letters[2] = letters[2] with { To = "nobody@refused.example.org" };

        var answers = await SendAsync(letters);

        Assert.Equal("Does not contain a valid address.", Assert.IsType<HandOver.Refused>(answers[2]).Problem);
        Assert.Equal([letters[0].To, letters[1].To, letters[3].To], _stub.Accepted.Select(l => l.To));
        Assert.Equal(3, answers.Count(a => a is HandOver.Taken));
    }

    [Fact]
    public async Task Half_of_the_readers_may_be_refused()
    {
        _stub.Fail(new StubFault.RefuseHalf());

        var answers = await SendAsync(Letters(10));

        Assert.Equal((5, 5), (answers.Count(a => a is HandOver.Taken), answers.Count(a => a is HandOver.Refused)));
        Assert.Equal((5, 2), (_stub.Accepted.Count, _stub.Requests));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task A_refusal_that_names_nobody_is_traced_to_the_letter_that_is_meant(int status)
    {
        _stub.FaultOf = _ => IsPoisoned(_stub.Bodies.Last()) ? new StubFault.Answer(status, ("content", "not acceptable")) : null;
        var letters = Letters(7);
        letters[4] = letters[4] with { Subject = "poison" };

        var answers = await SendAsync(letters);

        Assert.Equal(new HandOver.Refused("not acceptable"), answers[4]);
        Assert.Equal(6, answers.Count(a => a is HandOver.Taken));
        Assert.Equal(6, _stub.Accepted.Select(l => l.Letter).Distinct().Count());
    }

    [Fact]
    public async Task A_letter_too_large_for_SendGrid_is_refused_and_holds_no_other_back()
    {
        var letters = Letters(2);
        letters[0] = letters[0] with { Html = new string('x', SendGridWire.MaxBytes) };

        var answers = await SendAsync(letters);

        Assert.Equal(new HandOver.Refused("Payload too large"), answers[0]);
        Assert.IsType<HandOver.Taken>(answers[1]);
    }

    [Fact]
    public async Task A_wrong_key_stops_the_run_and_names_the_setting_but_never_the_key()
    {
        var answers = await SendAsync(Letters(2), key: "SG.wrong");

        var stop = Assert.IsType<HandOver.NotSent>(answers[0]);
        Assert.StartsWith("Mail__SendGrid__ApiKey: ", stop.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("SG.wrong", stop.Problem, StringComparison.Ordinal);
        Assert.True(stop.StopsRun);
        Assert.Equal(answers[0], answers[1]);
    }

    [Theory]
    [InlineData(403, "Mail__SendGrid__ApiKey: ")]
    [InlineData(404, "Mail__SendGrid__BaseUrl: ")]
    [InlineData(301, "Mail__SendGrid__BaseUrl: ")]
    public async Task What_no_letter_is_to_blame_for_stops_the_run(int status, string setting)
    {
        _stub.Fail(new StubFault.Answer(status));

        var stop = Assert.IsType<HandOver.NotSent>((await SendAsync(Letters(1)))[0]);

        Assert.True(stop.StopsRun);
        Assert.StartsWith(setting, stop.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_that_SendGrid_refuses_stops_the_run()
    {
        _stub.Fail(new StubFault.Answer(400, ("from", "does not match a verified Sender Identity")));

        var answers = await SendAsync(Letters(3));

        Assert.All(answers, a => Assert.StartsWith("Mail__From: ", Assert.IsType<HandOver.NotSent>(a).Problem, StringComparison.Ordinal));
        Assert.Equal(1, _stub.Requests);
    }

    [Fact]
    public async Task Asked_to_wait_letters_wait_until_the_time_that_is_named()
    {
        var reset = DateTimeOffset.Parse("2026-11-24T02:07:00Z", CultureInfo.InvariantCulture);
        _stub.Fail(new StubFault.Wait(reset));

        var answers = await SendAsync(Letters(2));

        Assert.All(answers, a => Assert.Equal((reset, true), (((HandOver.NotSent)a).NotBefore, ((HandOver.NotSent)a).StopsRun)));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Where_SendGrid_fails_nothing_was_sent(int status)
    {
        _stub.Fail(new StubFault.Answer(status));

        Assert.Equal([new HandOver.NotSent($"SendGrid failed ({status})", null)], await SendAsync(Letters(1)));
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Where_a_gateway_got_no_answer_nobody_knows(int status)
    {
        _stub.Fail(new StubFault.Answer(status));

        Assert.Equal([new HandOver.Unknown($"SendGrid's answer was lost ({status})")], await SendAsync(Letters(1)));
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();

        Assert.IsType<HandOver.NotSent>((await SendAsync(Letters(1), address: address))[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_the_connection_breaks_after_the_letters_nobody_knows(bool accepted)
    {
        _stub.Fail(new StubFault.Drop(accepted));

        var answers = await SendAsync(Letters(2));

        Assert.All(answers, a => Assert.IsType<HandOver.Unknown>(a));
        Assert.Equal(accepted ? 2 : 0, _stub.Accepted.Count);
        Assert.Equal(1, _stub.Requests);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_letters_unknown_and_those_not_begun_unsent()
    {
        using var patience = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        _stub.FaultOf = _ =>
        {
            patience.Cancel();
            return new StubFault.Slow(never.Task);
        };

        var answers = await SendAsync([.. Letters(2), Large(3)], cancellationToken: patience.Token);

        Assert.Single(answers, a => a is HandOver.NotSent);
        Assert.Contains(answers, a => a is HandOver.Unknown);
        Assert.DoesNotContain(answers, a => a is HandOver.Taken or HandOver.Refused);
        never.SetResult();
    }

    [Fact]
    public async Task After_a_request_that_failed_the_rest_of_the_call_is_left_unsaid()
    {
        _stub.Fail(new StubFault.Answer(500));

        var answers = await SendAsync([.. Letters(2), Large(3)]);

        Assert.All(answers, a => Assert.IsType<HandOver.NotSent>(a));
        Assert.Equal(1, _stub.Requests);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_without_asking()
    {
        var answers = await SendAsync([Letters(1)[0] with { To = "a@example.org, b@example.org" }]);

        Assert.IsType<HandOver.Refused>(answers[0]);
        Assert.Equal(0, _stub.Requests);
    }

    [Fact]
    public async Task An_earlier_attempt_cannot_be_asked_about()
    {
        using var line = new SendGridLine(Options().SendGrid);

        Assert.Null(await new SendGridMailer(line, Options()).RecallAsync(Letters(1)[0].Letter, 1, default));
    }

    private static bool IsPoisoned(System.Text.Json.JsonElement body) =>
        body.GetProperty("personalizations").EnumerateArray().Any(l => l.GetProperty("subject").ValueEquals("poison"));

    private static OutgoingMail[] Letters(int count) => SomeLetters.Of(count);

    /// <summary>Fills a request of its own.</summary>
    private static OutgoingMail Large(int number) => SomeLetters.Number(number) with { Html = new string('ộ', 10_000) };

    private MailOptions Options(string? key = null, string? address = null) => new()
    {
        Provider = "SendGrid",
        From = "btc@example.org",
        SendGrid = { ApiKey = key ?? SendGridStub.Key, BaseUrl = address ?? _stub.Address.ToString() },
    };

    private async Task<IReadOnlyList<HandOver>> SendAsync(
        OutgoingMail[] letters, string? key = null, string? address = null, CancellationToken cancellationToken = default)
    {
        var options = Options(key, address);
        using var line = new SendGridLine(options.SendGrid);
        return await new SendGridMailer(line, options).HandOverAsync(letters, cancellationToken);
    }
}
