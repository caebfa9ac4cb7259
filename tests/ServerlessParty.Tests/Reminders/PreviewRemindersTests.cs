using ServerlessParty.Obligations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

public sealed class PreviewRemindersTests
{
    private static readonly DateOnly Monday = ReminderScene.Monday;

    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task The_preview_of_today_is_what_planning_then_writes()
    {
        _scene.Owe("a");
        _scene.Owe("b", email: null);
        _scene.Owe("c", dueOn: Monday.AddDays(-3));

        var preview = await PreviewAsync(Monday);
        Assert.Equal(0, _scene.Interruptions.Writes);
        await _scene.PlanAsync();

        Assert.Equal(
            _scene.Ledger.Lines.Select(l => (l.Key, l.SendOn, l.State == ReminderState.Listed)).ToHashSet(),
            preview.Items.Select(i => (i.Key, i.SendOn, i.To is null)).ToHashSet());
        Assert.Equal((4, 1), (preview.Reminders, preview.WithoutAddress));
    }

    [Theory]
    [InlineData("2026-11-27", "-3")]
    [InlineData("2026-11-28", null)] // the steps of the days before are not left over: they go on their own days
    [InlineData("2026-11-29", null)] // a Sunday
    [InlineData("2026-11-30", "0")] // the step of Sunday moved here gives way to that of the due day
    public async Task A_later_day_shows_only_what_is_left_for_it(string on, string? step)
    {
        _scene.Owe("a");

        var preview = await PreviewAsync(ReminderScene.Day(on));

        Assert.Equal(step, preview.Items.SingleOrDefault()?.Key.Step.ToString());
    }

    [Fact]
    public async Task Before_sending_was_started_the_preview_shows_what_starting_would_do()
    {
        _scene.Settings.Standing = new();
        _scene.Owe("a");

        Assert.Equal(1, (await PreviewAsync(Monday)).Reminders);
    }

    [Fact]
    public async Task What_was_sent_already_is_left_out()
    {
        _scene.Owe("a");
        await _scene.PlanAsync();
        Assert.Equal(1, (await PreviewAsync(Monday)).Reminders);

        await _scene.SendAsync();

        Assert.Equal(0, (await PreviewAsync(Monday)).Reminders);
    }

    [Fact]
    public async Task Pages_join_into_the_whole()
    {
        List<ObligationKey> owed = [.. "abcde".Select(id => _scene.Owe(id.ToString()))];
        List<ObligationKey> seen = [];
        string? next = "0";
        while (next is not null)
        {
            var page = await PreviewAsync(Monday, int.Parse(next, System.Globalization.CultureInfo.InvariantCulture), take: 2);
            seen.AddRange(page.Items.Select(i => i.Key.Obligation));
            next = page.Next;
        }

        Assert.Equal(owed, seen);
    }

    private Task<ReminderPreview> PreviewAsync(DateOnly on, int after = 0, int take = 100) => new PreviewReminders(
        _scene.Settings, _scene.Options, new(_scene.Rules, _scene.Owed, _scene.Ledger, _scene.Units), _scene.Units)
        .RunAsync(_scene.Calendar, on, after, take, default);
}
