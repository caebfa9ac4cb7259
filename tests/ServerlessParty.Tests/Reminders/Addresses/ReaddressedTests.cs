using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Reminders.Addresses;

namespace ServerlessParty.Tests.Reminders.Addresses;

/// <summary>What a new secretary still gets of the steps that the one before was not told.</summary>
public sealed class ReaddressedTests
{
    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task A_step_whose_letter_came_back_reaches_the_new_secretary_once()
    {
        var step = await BouncedAsync();
        Assert.Equal(ReminderState.Listed, _scene.Ledger[step]);

        await ReaddressAsync();
        await PlanAndSendAsync();
        await PlanAndSendAsync();

        Assert.Equal(["a@example.vn", "new@example.vn"], _scene.Mailer.Taken.Select(m => m.To));
        Assert.Equal(ReminderState.Sent, _scene.Ledger[step]);
    }

    [Fact]
    public async Task Days_later_it_still_does_and_the_note_goes()
    {
        var step = await BouncedAsync();
        _scene.GoTo(ReminderScene.Monday.AddDays(1));
        await PlanAndSendAsync();

        await ReaddressAsync();
        _scene.Wait(TimeSpan.FromMinutes(11));
        await PlanAndSendAsync();
        await PlanAndSendAsync();

        Assert.Equal(["a@example.vn", "new@example.vn"], _scene.Mailer.Taken.Select(m => m.To));
        Assert.Equal(ReminderState.Sent, _scene.Ledger[step]);
        Assert.Empty(_scene.Settings.Standing.Readdressed);
        Assert.Equal(_scene.Calendar.Today, _scene.Settings.Standing.StepsSettledThrough);
    }

    [Fact]
    public async Task A_step_planned_for_the_lost_address_and_not_sent_goes_to_the_list_and_then_to_the_new_one()
    {
        var key = _scene.Owe("a");
        await _scene.PlanAsync();
        _scene.Readdress("a", null);
        await _scene.SendAsync();
        Assert.Equal(ReminderState.Listed, _scene.Ledger[_scene.Step(key, "-7")]);

        await ReaddressAsync();
        await PlanAndSendAsync();

        Assert.Equal("new@example.vn", Assert.Single(_scene.Mailer.Taken).To);
    }

    [Fact]
    public async Task A_step_that_may_have_arrived_is_not_sent_again()
    {
        var key = _scene.Owe("a");
        _scene.Mailer.Answer = _ => new HandOver.Unknown("lost");
        await PlanAndSendAsync();
        _scene.Mailer.Answer = _ => new HandOver.Taken("x");

        await ReaddressAsync();
        await PlanAndSendAsync();

        Assert.Single(_scene.Letters.All);
        Assert.Equal(ReminderState.Listed, _scene.Ledger[_scene.Step(key, "-7")]);
    }

    [Fact]
    public async Task While_nobody_was_named_nothing_goes_out_again()
    {
        var step = await BouncedAsync();

        await new NoteReaddressed(_scene.Settings, TimeProvider.System).ReplacingAsync(step.Obligation.Organization, default);
        await PlanAndSendAsync();

        Assert.Single(_scene.Mailer.Taken);
        Assert.Equal(ReminderState.Listed, _scene.Ledger[step]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Cut_off_at_any_write_of_the_planning_the_next_one_finishes_it(int write)
    {
        var step = await BouncedAsync();
        await ReaddressAsync();
        _scene.Interruptions.CutWrite(write, Support.Moment.After);

        await Record.ExceptionAsync(_scene.PlanAsync);
        await PlanAndSendAsync();

        Assert.Equal(["a@example.vn", "new@example.vn"], _scene.Mailer.Taken.Select(m => m.To));
        Assert.Equal(ReminderState.Sent, _scene.Ledger[step]);
    }

    /// <summary>A step is sent, its letter comes back, and the address is marked.</summary>
    private async Task<ReminderKey> BouncedAsync()
    {
        var key = _scene.Owe("a");
        await PlanAndSendAsync();
        var letter = _scene.Letters.All.Single().Letter.Id;
        await new ReceiveMailEvents(
            _scene.Letters, [new FollowLetters(new(_scene.Ledger, _scene.Letters))], TimeProvider.System)
            .RunAsync([new("e", MailEventKind.Bounced, 0, letter, 1, "m", "no such user")], default);
        _scene.Units[key.Organization] = ContactMarks.OfAddress(
            _scene.Units[key.Organization], "a@example.vn", ContactFlaw.Bounced, ReminderScene.Monday)!;
        return _scene.Step(key, "-7");
    }

    private async Task ReaddressAsync()
    {
        var unit = _scene.Units[OrganizationId.Parse("a")];
        await _scene.Settings.NoteReaddressedAsync(unit.Id, _scene.Calendar.Now, default);
        _scene.Units[unit.Id] = OrganizationRules.WithContacts(
            unit, unit.Contacts with { Secretary = new("Lê Thị Mới", "new@example.vn", null) });
    }

    private async Task PlanAndSendAsync()
    {
        await _scene.PlanAsync();
        await _scene.SendAsync();
    }
}
