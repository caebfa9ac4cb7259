using AngleSharp.Html.Parser;
using ServerlessParty.Mail;
using ServerlessParty.Obligations;

namespace ServerlessParty.Tests.Reminders;

/// <summary>How reminder letters take answers in, where mail comes in at all.</summary>
public sealed class LetterWriterTests
{
    private const string Hint = "trả lời thư này";
    private readonly ReminderScene _scene = new() { InboundDomain = "mail.example.org" };

    [Fact]
    public async Task A_letter_about_one_units_minutes_is_answered_with_them()
    {
        Owe("a");

        var mail = await SentAsync();

        Assert.Equal("nop+a@mail.example.org", mail.ReplyTo);
        Assert.Contains(Hint, mail.Text, StringComparison.Ordinal);
        Assert.Contains(Hint, mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("nop+", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_about_several_units_names_each_units_own_address()
    {
        Owe("a", "same@example.vn");
        Owe("b", "same@example.vn");

        var mail = await SentAsync();

        Assert.Null(mail.ReplyTo);
        Assert.DoesNotContain(Hint, mail.Text, StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(mail.Html).Body!.TextContent;
        foreach (var unit in new[] { "a", "b" })
        {
            Assert.Contains($"nop+{unit}@mail.example.org", mail.Text, StringComparison.Ordinal);
            Assert.Contains($"nop+{unit}@mail.example.org", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ratings_are_not_handed_in_by_mail()
    {
        _scene.Owe("a");

        var mail = await SentAsync();

        Assert.Null(mail.ReplyTo);
        Assert.DoesNotContain("mail.example.org", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_mail_comes_in_a_letter_says_nothing_of_it()
    {
        _scene.InboundDomain = null;
        Owe("a");

        var mail = await SentAsync();

        Assert.Null(mail.ReplyTo);
        Assert.DoesNotContain(Hint, mail.Text, StringComparison.Ordinal);
    }

    /// <summary>Five days before the due day is the first step for minutes.</summary>
    private void Owe(string unit, string email = "")
    {
        var key = new ObligationKey(_scene.AddUnit(unit, email), ObligationKind.RegularMinutes, Period.Month(2026, 11));
        _scene.Owed[key] = new(key, ReminderScene.Monday.AddDays(5), ReminderScene.Monday.AddDays(-30));
    }

    private async Task<OutgoingMail> SentAsync()
    {
        await _scene.PlanAsync();
        await _scene.SendAsync();
        return Assert.Single(_scene.Mailer.Taken);
    }
}
