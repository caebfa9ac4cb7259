using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders.Rules;

/// <summary>Rules change while steps are planned and sent: no step of a name goes twice (I1).</summary>
public sealed class ChangedRulesTests
{
    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task A_step_that_was_sent_is_not_sent_again_by_rules_that_name_it_too()
    {
        var owed = _scene.Owe("a");
        await _scene.PlanAsync();
        await _scene.SendAsync();

        _scene.InForce = Rules(-9, -8, -7, -6);
        await _scene.PlanAsync();
        await _scene.SendAsync();

        Assert.Single(_scene.Mailer.Taken);
        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(owed, "-7")]);
    }

    [Fact]
    public async Task A_new_step_of_the_new_rules_goes_on_its_day()
    {
        var owed = _scene.Owe("a");
        await _scene.PlanAsync();
        await _scene.SendAsync();

        _scene.InForce = Rules(-6);
        _scene.GoTo(ReminderScene.Monday.AddDays(1));
        await _scene.PlanAsync();
        await _scene.SendAsync();

        Assert.Equal(2, _scene.Mailer.Taken.Count);
        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(owed, "-6")]);
    }

    [Fact]
    public async Task A_step_that_waits_in_a_letter_goes_once_though_the_rules_name_it_no_more()
    {
        _scene.Owe("a");
        await _scene.PlanAsync();

        _scene.InForce = Rules(-2);
        await _scene.PlanAsync();
        await _scene.SendAsync();
        await _scene.PlanAsync();
        await _scene.SendAsync();

        Assert.Single(_scene.Mailer.Taken);
    }

    [Fact]
    public async Task Rules_changed_back_and_forth_send_each_step_once()
    {
        _scene.Owe("a");
        for (var round = 0; round < 3; round++)
        {
            foreach (var rules in new[] { Rules(-7), Rules(-10), _scene.Rules })
            {
                _scene.InForce = rules;
                await _scene.PlanAsync();
                await _scene.SendAsync();
            }
        }

        Assert.Single(_scene.Mailer.Taken);
    }

    private static ReminderRules Rules(params int[] offsets) =>
        new([new("rating", ReminderAudience.Secretary, offsets)]);
}
