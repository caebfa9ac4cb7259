using AngleSharp.Html.Parser;
using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders.Digests;

namespace ServerlessParty.Tests.Reminders.Digests;

/// <summary>What superiors hear of units that are late: <c>top</c> over <c>ward</c> and <c>town</c>, cells below those.</summary>
public sealed class DigestTests
{
    private readonly ReminderScene _scene = new();

    public DigestTests()
    {
        _scene.AddUnit("ward");
        _scene.AddUnit("town");
    }

    [Fact]
    public async Task A_superior_gets_one_letter_of_its_own_units_the_most_late_first_each_with_its_page()
    {
        Late("w1", "ward", days: 3);
        Late("w2", "ward", days: 7);
        Late("t1", "town", days: 3);

        var mails = await SentAsync();

        var ward = mails.Single(m => m.To == "ward@example.vn").Text;
        Assert.True(ward.IndexOf("Chi bộ w2", StringComparison.Ordinal) < ward.IndexOf("Chi bộ w1", StringComparison.Ordinal));
        Assert.Contains("https://party.example/organizations/w1\n", ward, StringComparison.Ordinal);
        Assert.Contains("https://party.example/organizations/w2\n", ward, StringComparison.Ordinal);
        Assert.DoesNotContain("t1", ward, StringComparison.Ordinal);
        Assert.DoesNotContain("ward", mails.Single(m => m.To == "town@example.vn").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_above_gets_numbers_of_each_branch_and_no_unit()
    {
        Late("w1", "ward", days: 7);
        Late("w2", "ward", days: 7);
        Late("t1", "town", days: 7);

        var mails = await SentAsync();

        var top = mails.Single(m => m.To == "top@example.vn");
        Assert.Contains("Chi bộ ward: 2 đơn vị, 2 báo cáo hoặc biên bản, lâu nhất 7 ngày", top.Text, StringComparison.Ordinal);
        Assert.Contains("Chi bộ town: 1 đơn vị, 1 báo cáo hoặc biên bản, lâu nhất 7 ngày", top.Text, StringComparison.Ordinal);
        Assert.All(["w1", "w2", "t1"], unit => Assert.DoesNotContain(unit, top.Text + top.Html, StringComparison.Ordinal));
        Assert.Equal(2, new HtmlParser().ParseDocument(top.Html).QuerySelectorAll("a[href*='?under=']").Length);
    }

    [Fact]
    public async Task Three_days_late_the_one_above_hears_nothing_yet()
    {
        Late("w1", "ward", days: 3);

        Assert.DoesNotContain(await SentAsync(), m => m.To == "top@example.vn");
    }

    [Fact]
    public async Task A_unit_that_letters_do_not_reach_stands_there_with_what_to_say()
    {
        var unit = Late("w1", "ward", days: 3);
        _scene.Units[unit] = ContactMarks.OfAddress(_scene.Units[unit], "w1@example.vn", ContactFlaw.Bounced, ReminderScene.Monday)!;
        Late("w2", "ward", days: 3, email: null);
        Late("w3", "ward", days: 3);

        var ward = (await SentAsync()).Single(m => m.To == "ward@example.vn");

        foreach (var lost in new[] { "w1", "w2" })
        {
            Assert.Contains($"Thư không tới được bí thư (Bí thư {lost})", ward.Text, StringComparison.Ordinal);
            Assert.Contains($"Kính gửi đồng chí Bí thư Chi bộ {lost}", ward.Text, StringComparison.Ordinal);
            Assert.Contains($"https://party.example/u/{lost}-0-", ward.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("/u/w3", ward.Text + ward.Html, StringComparison.Ordinal);
        Assert.Equal(2, new HtmlParser().ParseDocument(ward.Html).QuerySelectorAll("blockquote").Length);
        Assert.Contains("0912 345 678", ward.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_ends_with_how_many_more_and_where_they_are()
    {
        for (var number = 1; number <= DigestContent.MostUnits + 12; number++)
        {
            Late($"w{number:D2}", "ward", days: 3, email: null);
        }

        var ward = (await SentAsync()).Single(m => m.To == "ward@example.vn");

        Assert.Contains("và 12 đơn vị khác: https://party.example/?under=ward", ward.Text, StringComparison.Ordinal);
        Assert.Contains($"{DigestContent.MostUnits + 12} đơn vị trực thuộc", ward.Subject, StringComparison.Ordinal);
        Assert.Contains("Chi bộ w30", ward.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chi bộ w31", ward.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_hands_in_before_the_letter_leaves_is_counted_nowhere()
    {
        var first = Late("w1", "ward", days: 7);
        Late("w2", "ward", days: 7);
        await _scene.PlanAsync();
        var key = new ObligationKey(first, ObligationKind.OrganizationRating, Period.Year(2026));
        _scene.Owed[key] = _scene.Owed[key] with { State = ObligationState.Submitted };

        await _scene.SendAsync();

        Assert.DoesNotContain("w1", _scene.Mailer.Taken.Single(m => m.To == "ward@example.vn").Text, StringComparison.Ordinal);
        Assert.Contains("Chi bộ ward: 1 đơn vị", _scene.Mailer.Taken.Single(m => m.To == "top@example.vn").Text, StringComparison.Ordinal);
    }

    private OrganizationId Late(string id, string parent, int days, string? email = "")
    {
        var unit = _scene.AddUnit(id, email, parent);
        var key = new ObligationKey(unit, ObligationKind.OrganizationRating, Period.Year(2026));
        _scene.Owed[key] = new(key, ReminderScene.Monday.AddDays(-days), ReminderScene.Monday.AddDays(-60));
        return unit;
    }

    private async Task<IReadOnlyList<OutgoingMail>> SentAsync()
    {
        await _scene.PlanAsync();
        await _scene.SendAsync();
        return [.. _scene.Mailer.Taken];
    }
}
