using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders.Addresses;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders.Addresses;

/// <summary>Who is asked for the secretary of now, and how often.</summary>
public sealed class AskSuperiorTests
{
    [Fact]
    public async Task A_superior_that_letters_do_not_reach_either_is_passed_over()
    {
        var scene = new AddressScene();
        await scene.HappensAsync("phuong@example.org", MailEventKind.Bounced);

        await scene.HappensAsync("c1@example.org", MailEventKind.Bounced);

        Assert.Equal(["tinh@example.org", "tinh@example.org"], scene.Asked);
        Assert.Equal("tinh", scene.MarkOf("c1")!.Asked!.Of);
    }

    [Fact]
    public async Task A_letter_that_comes_back_itself_goes_to_the_next_one_up()
    {
        var scene = new AddressScene();
        await scene.HappensAsync("c1@example.org", MailEventKind.Bounced);
        var lost = scene.Post.Mailer.Taken.Single();

        await scene.HappensAsync("phuong@example.org", MailEventKind.Bounced, "", LetterClass.Correction, lost.Letter.Sequence);
        await scene.HappensAsync("phuong@example.org", MailEventKind.Bounced, "", LetterClass.Correction, lost.Letter.Sequence);

        Assert.Equal(["phuong@example.org", "tinh@example.org", "tinh@example.org"], scene.Asked.Order());
        Assert.Equal(2, scene.MarkOf("c1")!.Asked!.Try);
        Assert.Equal(1, scene.MarkOf("phuong")!.Asked!.Try);
    }

    [Fact]
    public async Task Where_there_is_nobody_to_ask_the_mark_stands_and_it_is_tried_daily()
    {
        var scene = new AddressScene();
        await scene.HappensAsync("tinh@example.org", MailEventKind.Bounced);
        Assert.Null(scene.MarkOf("tinh")!.Asked);

        await new AskWaiting(scene.Units, scene.Ask, scene.Clock).RunAsync(default);

        Assert.Empty(scene.Asked);
        Assert.NotNull(scene.MarkOf("tinh"));
    }

    [Fact]
    public async Task A_letter_that_certainly_did_not_leave_is_written_again_by_the_daily_run_and_no_other_is()
    {
        var scene = new AddressScene();
        scene.Post.Mailer.Answer = _ => new HandOver.NotSent("busy", null);
        await scene.HappensAsync("c1@example.org", MailEventKind.Bounced);
        Assert.True(scene.MarkOf("c1")!.Asked!.HasFailed);
        scene.Post.Mailer.Answer = _ => new HandOver.Unknown("lost");

        await new AskWaiting(scene.Units, scene.Ask, scene.Clock).RunAsync(default);
        await new AskWaiting(scene.Units, scene.Ask, scene.Clock).RunAsync(default);

        Assert.Equal(2, scene.Post.Letters.All.Count);
        Assert.Equal(2, scene.MarkOf("c1")!.Asked!.Try);
    }

    [Fact]
    public async Task The_letter_names_unit_person_and_address_but_none_of_them_in_its_subject()
    {
        var scene = new AddressScene();

        await scene.HappensAsync("c1@example.org", MailEventKind.Bounced);

        var mail = scene.Post.Sent;
        Assert.All(["Chi bộ c1", "Nguyễn Văn Thử", "c1@example.org", "/secretary/c1-0-"], text =>
            Assert.Contains(text, mail.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("c1", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Thử", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("example", mail.Letter.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_who_leaves_is_written_to_no_more_and_the_one_named_is_only_suggested()
    {
        var scene = new AddressScene();
        var leave = new LeaveOffice(scene.Units, scene.Ask, scene.Clock);

        var wrong = await leave.RunAsync(Given.Id("c1"), new("", "bad address", null), "unit:c1", default);
        var right = await leave.RunAsync(Given.Id("c1"), new("Lê Thị Mới", "moi@example.org", null), "unit:c1", default);
        await leave.RunAsync(Given.Id("c1"), new("", "", ""), "unit:c1", default);

        Assert.Single(wrong);
        Assert.Empty(right);
        Assert.Equal("c1@example.org", scene.Units["c1"].Contacts.Secretary.Email);
        Assert.Null(scene.Units["c1"].Contacts.Secretary.LetterAddress());
        Assert.Equal("Lê Thị Mới", scene.MarkOf("c1")!.Successor!.Name);
        Assert.Contains("Lê Thị Mới", scene.Post.Sent.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["organization.secretary.left", "organization.secretary.asked"], scene.Units.Trail.Select(t => t.Note.Action));
    }

    [Theory]
    [InlineData(ContactFlaw.Bounced)]
    [InlineData(ContactFlaw.Dropped)]
    [InlineData(ContactFlaw.Declined)]
    [InlineData(ContactFlaw.Resigned)]
    public void Every_reason_is_said_in_both_languages_and_nothing_is_left_open(ContactFlaw flaw)
    {
        foreach (var language in new[] { "vi", "en" })
        {
            var mail = SuccessorLetter.Write(
                Given.Unit("c1", "phuong", email: "c1@example.org"), new(flaw, Given.Day("2026-11-24"), 0),
                new("phuong", "phuong@example.org", Given.Day("2026-11-24"), 1), "Phường", new("https://party.example.org/s"),
                CultureInfo.GetCultureInfo(language));

            Assert.Contains("c1@example.org", mail.Paragraphs[1], StringComparison.Ordinal);
            Assert.Contains("24/12/2026", mail.Paragraphs[2], StringComparison.Ordinal);
            Assert.DoesNotContain('{', mail.ToText());
        }
    }

    [Fact]
    public async Task The_letter_leaves_in_the_stores_own_words()
    {
        var scene = new AddressScene();
        scene.Post.Templates.Set(
            AddressKinds.Correction, "vi", "Bí thư mới?",
            "Gửi {superior}:\n\n{reason}\n\n{suggestion}\n\nChi bộ: {unit}\n\n{link}\n\nTrước {lastDay}.");

        await scene.HappensAsync("c1@example.org", MailEventKind.Bounced);

        Assert.Equal("Bí thư mới?", scene.Post.Sent.Subject);
        Assert.StartsWith("Gửi Chi bộ phuong:\n\nThư gửi đồng chí Nguyễn Văn Thử", scene.Post.Sent.Text, StringComparison.Ordinal);
        Assert.Contains("\n\nChi bộ: Chi bộ c1\n\nCho biết bí thư hiện nay:\nhttps://", scene.Post.Sent.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nTrước 02/12/2026.\n", scene.Post.Sent.Text, StringComparison.Ordinal);
    }
}
