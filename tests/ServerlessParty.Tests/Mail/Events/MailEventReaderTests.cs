using System.Text;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;

namespace ServerlessParty.Tests.Mail.Events;

public sealed class MailEventReaderTests
{
    private const string Letter = "2-20261124-reminder-ab12-01";

    [Fact]
    public void A_post_is_read_as_SendGrid_writes_it()
    {
        var events = Read($$"""
            [{"email":"bithu@example.org","timestamp":1795485600,"smtp-id":"<a@b>","event":"bounce","category":["reminder"],
              "sg_event_id":"event-1","sg_message_id":"abc.filter01","reason":"550 5.1.1 no such user","status":"5.1.1","type":"bounce","letter":"{{Letter}}.2"},
             {"email":"bithu@example.org","timestamp":1795485601,"event":"delivered","category":"reminder",
              "sg_event_id":"event-2","sg_message_id":"abc.filter02","response":"250 OK","letter":"{{Letter}}.2"}]
            """ + "\r\n");

        Assert.True(LetterId.TryParse(Letter, out var id));
        Assert.Equal(
            [
                new("event-1", MailEventKind.Bounced, 1795485600, id, 2, "abc", "550 5.1.1 no such user"),
                new("event-2", MailEventKind.Delivered, 1795485601, id, 2, "abc", "250 OK"),
            ],
            events);
    }

    [Theory]
    [InlineData("processed", MailEventKind.Processed)]
    [InlineData("deferred", MailEventKind.Deferred)]
    [InlineData("delivered", MailEventKind.Delivered)]
    [InlineData("dropped", MailEventKind.Dropped)]
    [InlineData("spamreport", MailEventKind.SpamReport)]
    [InlineData("unsubscribe", MailEventKind.Unsubscribed)]
    [InlineData("bounce\",\"type\":\"blocked", MailEventKind.Blocked)]
    [InlineData("bounce", MailEventKind.Bounced)]
    [InlineData("open", null)]
    [InlineData("click", null)]
    [InlineData("something new", null)]
    public void Kinds_that_say_nothing_of_a_letter_s_way_are_left_out(string name, MailEventKind? kind) => Assert.Equal(
        kind is { } known ? [known] : [], Read($$"""[{"event":"{{name}}","letter":"{{Letter}}.1"}]""")!.Select(e => e.Kind));

    [Theory]
    [InlineData("""{"event":"delivered"}""")]
    [InlineData("""{"event":"delivered","letter":7}""")]
    [InlineData("""{"event":"delivered","letter":"somebody-else's"}""")]
    [InlineData("""{"event":"delivered","letter":"2-20261124-reminder-ab12-01"}""")]
    [InlineData("""{"event":"delivered","letter":"2-20261124-reminder-ab12-01.-1"}""")]
    [InlineData("""{"event":"delivered","letter":"2-20261124-reminder-ab|12-01.1"}""")]
    [InlineData("""{"event":["delivered"],"letter":"2-20261124-reminder-ab12-01.1"}""")]
    [InlineData("7")]
    [InlineData("null")]
    public void What_is_not_ours_is_left_out_and_the_rest_is_read(string item) =>
        Assert.Single(Read($$"""[{{item}},{"event":"delivered","letter":"{{Letter}}.1"}]""")!);

    [Fact]
    public void The_attempt_stands_behind_the_last_dot()
    {
        var happened = Read("""[{"event":"delivered","letter":"0-20261124-receipt-ab12-minutes.2026.1.12"}]""")!.Single();

        Assert.Equal(("minutes.2026.1", 12), (happened.Letter.Sequence, happened.Attempt));
    }

    [Fact]
    public void Long_words_are_cut() => Assert.Equal(
        300, Read($$"""[{"event":"deferred","reason":"{{new string('x', 10_000)}}","letter":"{{Letter}}.1"}]""")!.Single().Reason.Length);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{]")]
    [InlineData("event=delivered")]
    public void What_is_no_list_is_none(string body) => Assert.Null(Read(body));

    private static IReadOnlyList<MailEvent>? Read(string body) => MailEventReader.Read(Encoding.UTF8.GetBytes(body));
}
