using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

/// <summary>Invariant I6: what is planned for a due day falls with it; what was sent for it stays sent.</summary>
public sealed class MovedDueDayTests
{
    private static readonly DateOnly Monday = ReminderScene.Monday;

    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task A_moved_due_day_cancels_its_planned_steps_and_arms_the_new_ones()
    {
        var a = _scene.Owe("a");
        await _scene.PlanAsync();
        var old = _scene.Step(a, "-7");

        await MoveAsync(a, Monday.AddDays(14));

        Assert.Equal(ReminderState.Cancelled, _scene.Ledger[old]);
        Assert.Equal(new(1, 0, 0), await _scene.PlanAsync());
        Assert.Equal(1, (await _scene.SendAsync()).HandedOver);
        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(a, "-14")]);
        Assert.Equal(ReminderState.Cancelled, _scene.Ledger[old]);
        Assert.Contains("07/12/2026", Assert.Single(_scene.Mailer.Taken).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("30/11/2026", _scene.Mailer.Taken[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_back_an_unsent_step_is_armed_again()
    {
        var a = _scene.Owe("a");
        await _scene.PlanAsync();
        await MoveAsync(a, Monday.AddDays(20));
        await MoveAsync(a, Monday.AddDays(7));

        Assert.Equal(1, (await _scene.PlanAsync()).Reminders);
        Assert.Equal(1, (await _scene.SendAsync()).HandedOver);

        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(a, "-7")]);
    }

    [Fact]
    public async Task Moved_back_after_a_letter_left_without_it_a_step_is_armed_again()
    {
        var a = _scene.Owe("a");
        await _scene.PlanAsync();
        var old = _scene.Step(a, "-7");
        await MoveAsync(a, Monday.AddDays(14));
        await _scene.PlanAsync();
        await _scene.SendAsync();

        await MoveAsync(a, Monday.AddDays(7));

        Assert.Equal(new(1, 1, 0), await _scene.PlanAsync());
        Assert.Equal(1, (await _scene.SendAsync()).HandedOver);
        Assert.Equal(ReminderState.Sent, _scene.Ledger[old]);
        Assert.Equal(2, _scene.Letters.All.Sum(l => l.Items.Count));
    }

    [Fact]
    public async Task Moved_back_a_sent_step_never_is()
    {
        var a = _scene.Owe("a");
        await _scene.PlanAsync();
        await _scene.SendAsync();
        await MoveAsync(a, Monday.AddDays(20));
        await MoveAsync(a, Monday.AddDays(7));

        Assert.Equal(RemindersPlanned.Nothing, await _scene.PlanAsync());
        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
    }

    [Fact]
    public async Task A_step_under_way_when_the_due_day_moved_counts_as_sent()
    {
        var a = _scene.Owe("a");
        await _scene.PlanAsync();
        var old = _scene.Step(a, "-7");
        _scene.Mailer.Answer = mail =>
        {
            MoveAsync(a, Monday.AddDays(20)).GetAwaiter().GetResult();
            return new HandOver.Taken("id");
        };

        await _scene.SendAsync();

        Assert.Equal(ReminderState.Sent, _scene.Ledger[old]);
    }

    [Fact]
    public async Task A_due_day_that_the_projection_still_shows_is_found_out_before_sending()
    {
        var a = _scene.Owe("a");
        _scene.Owed.Leftovers.Add(_scene.Owed[a].ToDue());
        _scene.Owed[a] = _scene.Owed[a] with { DueOn = Monday.AddDays(30) };

        await _scene.PlanAsync();

        Assert.Equal(new(0, 0, 0, 1), await _scene.SendAsync());
        Assert.Equal(ReminderState.Cancelled, Assert.Single(_scene.Ledger.Lines).State);
    }

    [Fact]
    public async Task Returned_papers_are_reminded_from_the_day_they_were_returned()
    {
        var a = _scene.Owe("a", dueOn: Monday.AddDays(10));
        _scene.Owed[a] = _scene.Owed[a] with { State = ObligationState.Returned, ArmedOn = Monday.AddDays(8) };
        _scene.GoTo(Monday.AddDays(8));
        Assert.Equal(RemindersPlanned.Nothing, await _scene.PlanAsync());

        _scene.GoTo(Monday.AddDays(9));
        Assert.Equal(new(1, 1, 0), await _scene.PlanAsync());
        Assert.Equal("-1", Assert.Single(_scene.Ledger.Lines).Key.Step.ToString());
    }

    private Task MoveAsync(ObligationKey key, DateOnly dueOn)
    {
        var before = _scene.Owed[key];
        _scene.Owed[key] = before with { DueOn = dueOn, ArmedOn = _scene.Calendar.Today };
        return new CancelMovedReminders(_scene.Ledger).MovedAsync(key, before.DueOn, default);
    }
}
