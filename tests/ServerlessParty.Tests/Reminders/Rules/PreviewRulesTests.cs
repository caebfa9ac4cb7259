using ServerlessParty.Reminders;
using ServerlessParty.Reminders.Rules;

namespace ServerlessParty.Tests.Reminders.Rules;

public sealed class PreviewRulesTests
{
    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task Each_day_says_how_many_get_something_and_how_many_would_by_the_rules_in_force()
    {
        _scene.Owe("a");
        _scene.Owe("b", email: null);

        var outlook = await PreviewAsync(Rules(-7, -4));

        Assert.Equal([Monday(0), Monday(3), Monday(4), Monday(7), Monday(8), Monday(10)], outlook.Days.Select(d => d.Day).Take(6));
        var first = outlook.Days[0];
        Assert.Equal((2, 1, 1, 2), (first.Reminders, first.Letters, first.WithoutAddress, first.Now));
        var fourth = outlook.Days[1];
        Assert.Equal((2, 0), (fourth.Reminders, fourth.Now));
        Assert.Equal(4, outlook.Reminders);
        Assert.Equal("-4", fourth.Examples[0].Key.Step.ToString());
    }

    [Fact]
    public async Task What_was_sent_is_not_counted_again()
    {
        _scene.Owe("a");
        await _scene.PlanAsync();
        await _scene.SendAsync();

        var outlook = await PreviewAsync(Rules(-7));

        Assert.Equal(0, outlook.Reminders);
    }

    [Fact]
    public async Task A_day_of_the_preview_is_what_the_planner_then_writes()
    {
        _scene.Owe("a");
        _scene.Owe("b");
        var outlook = await PreviewAsync(Rules(-5));
        var day = Assert.Single(outlook.Days, d => d.Reminders > 0);

        _scene.InForce = Rules(-5);
        _scene.GoTo(day.Day);
        var planned = await _scene.PlanAsync();

        Assert.Equal((day.Reminders, day.Letters), (planned.Reminders, planned.Letters));
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        _scene.Owe("a");
        var writes = _scene.Interruptions.Writes;

        await PreviewAsync(Rules(-7));

        Assert.Equal(writes, _scene.Interruptions.Writes);
    }

    [Fact]
    public async Task A_superior_gets_one_letter_for_many_units()
    {
        _scene.Owe("a", ReminderScene.Monday.AddDays(-3));
        _scene.Owe("b", ReminderScene.Monday.AddDays(-3));

        var outlook = await PreviewAsync(new([new("rating", ReminderAudience.Superior, [3])]));

        Assert.Equal((2, 1), (outlook.Days[0].Reminders, outlook.Days[0].Letters));
    }

    private static DateOnly Monday(int days) => ReminderScene.Monday.AddDays(days);

    private Task<RulesOutlook> PreviewAsync(ReminderRules draft) =>
        new PreviewRules(_scene.Settings, _scene.Options, _scene.Owed, _scene.Ledger, _scene.Units)
            .RunAsync(draft, _scene.Rules, _scene.Calendar, default);

    private static ReminderRules Rules(params int[] offsets) =>
        new([new("rating", ReminderAudience.Secretary, offsets)]);
}
