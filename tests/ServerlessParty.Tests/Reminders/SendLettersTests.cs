using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

public sealed class SendLettersTests
{
    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task Planned_letters_leave_and_their_lines_are_sent()
    {
        var a = await PlannedAsync("a", "b");

        Assert.Equal(new(2, 0, 0, 0), await _scene.SendAsync());

        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(a, "-7")]);
        Assert.All(_scene.Letters.All, l => Assert.Equal((LetterState.HandedOver, 1), (l.Letter.State, l.Letter.Attempts)));
        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
    }

    [Fact]
    public async Task What_was_handed_in_since_the_planning_is_not_said()
    {
        var a = _scene.Owe("a", email: "same@example.vn");
        var b = _scene.Owe("b", email: "same@example.vn");
        await _scene.PlanAsync();
        _scene.Owed[b] = _scene.Owed[b] with { State = ObligationState.Submitted };

        Assert.Equal(new(1, 0, 0, 0), await _scene.SendAsync());

        var mail = Assert.Single(_scene.Mailer.Taken);
        Assert.Contains("Chi bộ a", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chi bộ b", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(a, "-7")]);
        Assert.Equal(ReminderState.Cancelled, _scene.Ledger[_scene.Step(b, "-7")]);
    }

    [Fact]
    public async Task A_letter_with_nothing_left_to_say_is_cancelled()
    {
        var a = await PlannedAsync("a");
        _scene.Owed[a] = _scene.Owed[a] with { DueOn = _scene.Owed[a].DueOn.AddDays(1) };

        Assert.Equal(new(0, 0, 0, 1), await _scene.SendAsync());

        Assert.Equal(ReminderState.Cancelled, Assert.Single(_scene.Ledger.Lines).State);
        Assert.Empty(_scene.Mailer.Taken);
    }

    [Fact]
    public async Task A_changed_address_takes_the_letter_along()
    {
        var a = await PlannedAsync("a");
        _scene.Readdress("a", "new@example.vn");

        Assert.Equal(new(0, 0, 0, 1), await _scene.SendAsync());
        Assert.Equal(new(1, 0, 0, 0), await _scene.SendAsync());

        Assert.Equal("new@example.vn", Assert.Single(_scene.Mailer.Taken).To);
        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(a, "-7")]);
    }

    [Fact]
    public async Task Who_lost_the_address_goes_onto_the_call_list()
    {
        var a = await PlannedAsync("a");
        _scene.Readdress("a", null);

        Assert.Equal(new(0, 0, 0, 1), await _scene.SendAsync());

        Assert.Equal(ReminderState.Listed, _scene.Ledger[_scene.Step(a, "-7")]);
    }

    [Fact]
    public async Task One_run_hands_over_at_most_its_cap_and_the_next_the_rest()
    {
        var scene = new ReminderScene(runCap: 4);
        foreach (var id in "abcdef")
        {
            scene.Owe(id.ToString());
        }

        await scene.PlanAsync();

        Assert.Equal(4, (await scene.SendAsync()).HandedOver);
        Assert.Equal(2, (await scene.SendAsync()).HandedOver);
        Assert.All(scene.Mailer.CallSizes, size => Assert.InRange(size, 1, scene.Mailer.MaxLettersPerCall));
    }

    [Fact]
    public async Task A_letter_that_did_not_leave_waits_as_long_as_the_carrier_says()
    {
        await PlannedAsync("a");
        _scene.Mailer.Answer = _ => new HandOver.NotSent("busy", _scene.Calendar.Now.AddMinutes(30));
        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
        _scene.Mailer.Answer = mail => new HandOver.Taken("id");

        _scene.Wait(TimeSpan.FromMinutes(29));
        Assert.Equal(0, (await _scene.SendAsync()).HandedOver);
        _scene.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await _scene.SendAsync()).HandedOver);
        Assert.Equal(2, Assert.Single(_scene.Letters.All).Letter.Attempts);
    }

    [Theory]
    [InlineData(false, LetterState.Failed)]
    [InlineData(true, LetterState.Uncertain)]
    public async Task A_refused_or_uncertain_letter_is_never_sent_again_by_itself_and_its_unit_is_called(
        bool isUnknown, LetterState state)
    {
        var a = await PlannedAsync("a");
        _scene.Mailer.Answer = _ => isUnknown ? new HandOver.Unknown("cut") : new HandOver.Refused("no such box");

        var sent = await _scene.SendAsync();

        Assert.Equal(isUnknown ? new(0, 0, 1, 0) : new LettersSent(0, 1, 0, 0), sent);
        Assert.Equal(state, Assert.Single(_scene.Letters.All).Letter.State);
        Assert.Equal(ReminderState.Listed, _scene.Ledger[_scene.Step(a, "-7")]);
        _scene.GoTo(ReminderScene.Monday.AddDays(1));
        await _scene.PlanAsync();
        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
    }

    [Theory]
    [InlineData(14, LetterState.Sending)]
    [InlineData(16, LetterState.Uncertain)]
    public async Task An_attempt_whose_answer_was_lost_becomes_uncertain_after_a_quarter_of_an_hour(
        int minutes, LetterState state)
    {
        await PlannedAsync("a");
        _scene.Mailer.Answer = _ => throw new HttpRequestException("gone");
        _scene.Mailer.CanRecall = false;
        await _scene.SendAsync();

        _scene.Wait(TimeSpan.FromMinutes(minutes));
        await _scene.SendAsync();

        Assert.Equal(state, Assert.Single(_scene.Letters.All).Letter.State);
    }

    [Fact]
    public async Task A_letter_of_yesterday_is_cancelled_not_sent()
    {
        await PlannedAsync("a");
        _scene.GoTo(ReminderScene.Monday.AddDays(1));

        Assert.Equal(new(0, 0, 0, 1), await _scene.SendAsync());

        Assert.Equal(ReminderScene.Monday.AddDays(1), _scene.Settings.Standing.LettersSettledThrough);
    }

    [Fact]
    public async Task An_incomplete_letter_is_left_to_the_planner()
    {
        await PlannedAsync("a");
        var letter = Assert.Single(_scene.Letters.All);
        _scene.Letters.Put(letter with { Letter = letter.Letter with { Count = 2 } });

        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
    }

    [Fact]
    public async Task Outside_sending_hours_and_while_stopped_nothing_leaves()
    {
        await PlannedAsync("a");
        _scene.GoTo(ReminderScene.Monday, 20);
        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
        _scene.GoTo(ReminderScene.Monday, 19);
        await _scene.Settings.ArmAsync(null, default);
        Assert.Equal(LettersSent.Nothing, await _scene.SendAsync());
    }

    [Fact]
    public async Task Each_obligation_is_read_once_before_its_letter()
    {
        await PlannedAsync("a", "b", "c");

        await _scene.SendAsync();

        Assert.Equal(3, _scene.Owed.PointReads);
        Assert.Equal([3], _scene.Units.Asked.Skip(1));
    }

    private async Task<ObligationKey> PlannedAsync(params string[] ids)
    {
        var keys = ids.Select(id => _scene.Owe(id)).ToList();
        await _scene.PlanAsync();
        return keys[0];
    }
}
