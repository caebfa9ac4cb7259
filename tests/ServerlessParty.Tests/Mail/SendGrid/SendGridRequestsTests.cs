using ServerlessParty.Mail;
using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.SendGrid;

/// <summary>What a reader gets of letters that share requests, and in how few requests they go.</summary>
public sealed class SendGridRequestsTests : IAsyncLifetime
{
    private SendGridStub _stub = null!;

    public async Task InitializeAsync() => _stub = await SendGridStub.StartAsync();

    public async Task DisposeAsync() => await _stub.DisposeAsync();

    [Fact]
    public async Task A_hundred_letters_are_one_request_and_every_reader_gets_the_own_words()
    {
        var letters = SomeLetters.Of(100);

        await SendAsync(letters);

        Assert.Equal(1, _stub.Requests);
        Assert.Equal(
            letters.Select(l => ($"{l.Letter}.1", l.To, l.Subject, l.Text, l.Html)),
            _stub.Accepted.Select(l => (l.Letter, l.To, l.Subject, l.Text, l.Html)));
    }

    [Fact]
    public async Task Letters_are_never_counted_when_opened_and_nobody_s_absence_notice_answers_them()
    {
        await SendAsync(SomeLetters.Of(2));

        var body = _stub.Bodies.Single();
        Assert.Equal("""{"Auto-Submitted":"auto-generated"}""", body.GetProperty("headers").GetRawText());
        Assert.Equal("""["reminder"]""", body.GetProperty("categories").GetRawText());
        Assert.Equal(
            """{"click_tracking":{"enable":false},"open_tracking":{"enable":false},"subscription_tracking":{"enable":false}}""",
            body.GetProperty("tracking_settings").GetRawText());
        Assert.Equal("""{"email":"btc@example.org","name":"Ban Tổ chức"}""", body.GetProperty("from").GetRawText());
    }

    [Fact]
    public async Task A_letter_too_long_to_share_a_request_goes_alone()
    {
        var letters = SomeLetters.Of(3);
        letters[1] = letters[1] with { Html = new string('ộ', 4_000) };

        await SendAsync(letters);

        Assert.Equal(2, _stub.Requests);
        Assert.Equal(letters[1].Html, _stub.Accepted.Single(l => l.To == letters[1].To).Html);
        Assert.Equal(3, _stub.Accepted.Count);
    }

    [Theory]
    [InlineData(SendGridRequests.TextTag)]
    [InlineData(SendGridRequests.HtmlTag)]
    [InlineData(SendGridRequests.ReplyTag)]
    public async Task Words_that_look_like_a_tag_reach_the_reader_as_they_are(string tag)
    {
        var letters = SomeLetters.Of(3);
        letters[0] = letters[0] with { Text = $"Chi bộ {tag}", ReplyTo = "nop+a@mail.example.org" };
        letters[1] = letters[1] with { ReplyTo = "nop+b@mail.example.org" };

        await SendAsync(letters);

        Assert.Equal($"Chi bộ {tag}", _stub.Accepted.Single(l => l.To == letters[0].To).Text);
    }

    [Fact]
    public async Task Answers_go_where_each_letter_says_and_letters_still_share_a_request()
    {
        var letters = SomeLetters.Of(4);
        letters[0] = letters[0] with { ReplyTo = "nop+a@mail.example.org" };
        letters[1] = letters[1] with { ReplyTo = "nop+b@mail.example.org" };

        await SendAsync(letters);

        Assert.Equal(2, _stub.Requests);
        Assert.Equal(
            letters.Select(l => (l.To, l.ReplyTo)).Order(), _stub.Accepted.Select(l => (l.To, l.ReplyTo)).Order());
    }

    [Fact]
    public async Task Letters_of_different_classes_are_not_mixed()
    {
        var letters = SomeLetters.Of(2);
        letters[0] = letters[0] with { Letter = letters[0].Letter with { Class = LetterClass.Receipt } };

        await SendAsync(letters);

        Assert.Equal(
            ["receipt", "reminder"], _stub.Bodies.Select(b => b.GetProperty("categories")[0].GetString()).Order());
    }

    [Fact]
    public async Task Two_letters_to_one_address_are_two_requests()
    {
        var letters = SomeLetters.Of(2);
        letters[1] = letters[1] with { To = letters[0].To };

        await SendAsync(letters);

        Assert.Equal((2, 2), (_stub.Requests, _stub.Accepted.Count));
    }

    private async Task SendAsync(OutgoingMail[] letters)
    {
        var options = new MailOptions
        {
            From = "btc@example.org",
            FromName = "Ban Tổ chức",
            SendGrid = { ApiKey = SendGridStub.Key, BaseUrl = _stub.Address.ToString() },
        };
        using var line = new SendGridLine(options.SendGrid);
        var answers = await new SendGridMailer(line, options).HandOverAsync(letters, default);
        Assert.All(answers, a => Assert.IsType<HandOver.Taken>(a));
    }
}
