using System.Net;
using System.Net.Sockets;
using System.Text;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Smtp;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Smtp;

/// <summary>What became of each letter, by what a relay says and does.</summary>
public sealed class SmtpMailerTests
{
    [Fact]
    public async Task Many_letters_go_over_one_connection()
    {
        await using var relay = new SmtpStub();

        var answers = await SendAsync(relay, SomeLetters.Of(50));

        Assert.All(answers, a => Assert.Equal(new HandOver.Taken("2.0.0 queued"), a));
        Assert.Equal((50, 1), (relay.Accepted.Count, relay.Connections));
        Assert.Equal("QUIT", relay.Commands.Last());
    }

    [Fact]
    public async Task The_relay_gets_the_letter_as_mail_programs_read_it()
    {
        await using var relay = new SmtpStub();
        var letter = SomeLetters.Number(7) with { ReplyTo = "nop+a@mail.example.org" };

        await SendAsync(relay, letter);

        var mail = MimeReader.Read(Encoding.ASCII.GetBytes(relay.Accepted.Single()));
        Assert.Equal(letter.Subject, mail.Header("Subject"));
        Assert.Equal("nop+a@mail.example.org", mail.Header("Reply-To"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal($"<{letter.Letter}.1@example.org>", mail.Header("Message-ID"));
        Assert.Equal(letter.Html, mail.Part("text/html"));
        Assert.Contains("MAIL FROM:<btc@example.org>", relay.Commands.Single(c => c.StartsWith("MAIL", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains($"RCPT TO:<{letter.To}>", relay.Commands);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user", typeof(HandOver.Refused))]
    [InlineData("RCPT", "450 4.2.1 mailbox busy", typeof(HandOver.NotSent))]
    [InlineData("DATA.", "554 5.7.1 refused as spam", typeof(HandOver.Refused))]
    [InlineData("DATA.", "451 4.3.0 come again", typeof(HandOver.NotSent))]
    [InlineData("MAIL", "452 4.3.1 full", typeof(HandOver.NotSent))]
    public async Task For_good_and_for_now_are_told_apart_and_the_others_go(string command, string answer, Type meaning)
    {
        await using var relay = new SmtpStub();
        var commands = 0;
        relay.Answer = c => c.StartsWith(command, StringComparison.Ordinal) && ++commands == 2 ? answer : null;

        var answers = await SendAsync(relay, SomeLetters.Of(3));

        Assert.Equal([typeof(HandOver.Taken), meaning, typeof(HandOver.Taken)], answers.Select(a => a.GetType()));
        Assert.Equal((2, 1), (relay.Accepted.Count, relay.Connections));
    }

    [Fact]
    public async Task A_sender_that_the_relay_refuses_stops_the_run()
    {
        await using var relay = new SmtpStub();
        relay.Answer = c => c.StartsWith("MAIL", StringComparison.Ordinal) ? "553 5.7.1 not your address" : null;

        var answers = await SendAsync(relay, SomeLetters.Of(2));

        Assert.All(answers, a => Assert.StartsWith("Mail__From: ", Stop(a), StringComparison.Ordinal));
        Assert.Single(relay.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_letter_leaves_it_unknown_and_the_next_gets_another()
    {
        await using var relay = new SmtpStub();
        var letters = 0;
        relay.Answer = c => c == "DATA." && ++letters == 2 ? SmtpStub.Break : null;

        var answers = await SendAsync(relay, SomeLetters.Of(3));

        Assert.Equal([typeof(HandOver.Taken), typeof(HandOver.Unknown), typeof(HandOver.Taken)], answers.Select(a => a.GetType()));
        Assert.Equal(2, relay.Connections);
    }

    [Theory]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_connection_that_breaks_before_the_letter_has_sent_nothing(string command)
    {
        await using var relay = new SmtpStub();
        relay.Answer = c => c.StartsWith(command, StringComparison.Ordinal) ? SmtpStub.Break : null;

        var answers = await SendAsync(relay, SomeLetters.Of(3));

        Assert.All(answers, a => Assert.IsType<HandOver.NotSent>(a));
        Assert.Equal((0, 1), (relay.Accepted.Count, relay.Connections));
    }

    [Fact]
    public async Task A_relay_that_takes_only_some_letters_a_connection_gets_another()
    {
        await using var relay = new SmtpStub();
        var letters = 0;
        relay.Answer = c => c.StartsWith("MAIL", StringComparison.Ordinal) && ++letters % 3 == 0 ? "421 4.7.0 enough" : null;

        var answers = await SendAsync(relay, SomeLetters.Of(6));

        Assert.Equal(4, answers.Count(a => a is HandOver.Taken));
        Assert.Equal(2, answers.Count(a => a is HandOver.NotSent));
        Assert.Equal(2, relay.Connections);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var answers = await SendAsync(new SmtpOptions { Host = "127.0.0.1", Port = $"{port}" }, SomeLetters.Of(2));

        Assert.All(answers, a => Assert.Equal("The relay is not reached: ConnectionRefused", Assert.IsType<HandOver.NotSent>(a).Problem));
    }

    [Fact]
    public async Task The_relay_is_told_user_and_password_and_may_refuse_them()
    {
        await using var relay = new SmtpStub();
        var options = new SmtpOptions { Host = "127.0.0.1", Port = $"{relay.Port}", User = "btc", Password = "secret-of-btc" };

        Assert.IsType<HandOver.Taken>((await SendAsync(options, SomeLetters.Of(1)))[0]);
        relay.Answer = c => c.StartsWith("AUTH", StringComparison.Ordinal) ? "535 5.7.8 wrong" : null;
        var refused = (await SendAsync(options, SomeLetters.Of(1)))[0];

        Assert.StartsWith("Mail__Smtp__User: ", Stop(refused), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-btc", Stop(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_without_asking()
    {
        await using var relay = new SmtpStub();

        Assert.IsType<HandOver.Refused>((await SendAsync(relay, SomeLetters.Number(1) with { To = "a@example.org\r\nDATA" }))[0]);
        Assert.Equal(0, relay.Connections);
    }

    [Fact]
    public async Task A_call_that_was_cancelled_answers_for_every_letter()
    {
        await using var relay = new SmtpStub();
        using var limit = new CancellationTokenSource();
        var letters = 0;
        relay.Answer = c =>
        {
            if (c.StartsWith("MAIL", StringComparison.Ordinal) && ++letters == 2)
            {
                limit.Cancel();
            }

            return null;
        };

        var answers = await SendAsync(
            new SmtpOptions { Host = "127.0.0.1", Port = $"{relay.Port}" }, SomeLetters.Of(3), limit.Token);

        Assert.IsType<HandOver.Taken>(answers[0]);
        Assert.All(answers.Skip(1), a => Assert.True(a is HandOver.NotSent or HandOver.Unknown));
    }

    private static string Stop(HandOver answer)
    {
        var stop = Assert.IsType<HandOver.NotSent>(answer);
        Assert.True(stop.StopsRun);
        return stop.Problem;
    }

    private static Task<IReadOnlyList<HandOver>> SendAsync(SmtpStub relay, params OutgoingMail[] letters) =>
        SendAsync(new SmtpOptions { Host = "127.0.0.1", Port = $"{relay.Port}" }, letters);

    private static Task<IReadOnlyList<HandOver>> SendAsync(
        SmtpOptions options, OutgoingMail[] letters, CancellationToken cancellationToken = default) =>
        new SmtpMailer(new MailOptions { From = "btc@example.org", Smtp = options }, TimeProvider.System)
            .HandOverAsync(letters, cancellationToken);
}
