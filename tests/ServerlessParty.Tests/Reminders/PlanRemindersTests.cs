using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

public sealed class PlanRemindersTests
{
    private static readonly DateOnly Monday = ReminderScene.Monday;

    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task Each_unit_gets_the_step_of_the_day_in_one_letter()
    {
        var (a, b) = (_scene.Owe("a"), _scene.Owe("b"));

        Assert.Equal(new(2, 2, 0), await _scene.PlanAsync());

        Assert.Equal(ReminderState.Planned, _scene.Ledger[_scene.Step(a, "-7")]);
        Assert.Equal(ReminderState.Planned, _scene.Ledger[_scene.Step(b, "-7")]);
        Assert.Equal(2, _scene.Letters.All.Count);
    }

    [Fact]
    public async Task A_second_planning_of_the_day_writes_nothing()
    {
        _scene.Owe("a");
        await _scene.PlanAsync();
        var writes = _scene.Interruptions.Writes;

        Assert.Equal(RemindersPlanned.Nothing, await _scene.PlanAsync());

        Assert.Equal(writes, _scene.Interruptions.Writes);
    }

    [Fact]
    public async Task What_is_opened_later_on_the_day_still_gets_its_step()
    {
        _scene.Owe("a");
        await _scene.PlanAsync();
        _scene.Owe("b", armedOn: Monday);

        Assert.Equal(new(1, 1, 0), await _scene.PlanAsync());
    }

    [Fact]
    public async Task One_person_gets_one_letter_with_all_that_person_owes()
    {
        _scene.Owe("a", email: "same@example.vn");
        _scene.Owe("b", email: " Same@example.vn ");

        Assert.Equal(new(2, 1, 0), await _scene.PlanAsync());

        Assert.Equal(2, Assert.Single(_scene.Letters.All).Items.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no address")]
    [InlineData("two@at@signs")]
    public async Task A_unit_that_mail_cannot_reach_goes_onto_the_call_list(string? email)
    {
        var a = _scene.Owe("a", email: email);

        Assert.Equal(new(1, 0, 0), await _scene.PlanAsync());

        Assert.Equal(ReminderState.Listed, _scene.Ledger[_scene.Step(a, "-7")]);
    }

    [Fact]
    public async Task The_superior_hears_of_late_units_and_a_root_has_none()
    {
        var a = _scene.Owe("a", dueOn: Monday.AddDays(-7));
        var top = new ObligationKey(OrganizationId.Parse("top"), ObligationKind.OrganizationRating, Period.Year(2026));
        _scene.Owed[top] = new(top, Monday.AddDays(-7), Monday.AddDays(-30));

        await _scene.PlanAsync();

        var line = Assert.Single(_scene.Ledger.Lines, l => l.Key.Step.Role == ReminderRole.Superior);
        Assert.Equal(_scene.Step(a, "+7/superior"), line.Key);
        var letter = Assert.Single(_scene.Letters.All, l => l.Letter.To == "top@example.vn");
        Assert.Equal([_scene.Step(a, "+7/superior"), _scene.Step(top, "+6")], letter.Keys());
    }

    [Fact]
    public async Task Each_deputy_gets_a_line_where_a_rule_names_them()
    {
        var scene = new ReminderScene(rules: new([new("rating", ReminderAudience.Deputies, [-7])]));
        var a = scene.Owe("a");
        var unit = scene.Units[a.Organization];
        scene.Units[a.Organization] = unit with
        {
            Contacts = unit.Contacts with { Deputies = [new("Một", "p1@example.vn", null), new("Hai", null, null)] },
        };

        Assert.Equal(new(2, 1, 0), await scene.PlanAsync());

        Assert.Equal(ReminderState.Planned, scene.Ledger[scene.Step(a, "-7/deputy.1")]);
        Assert.Equal(ReminderState.Listed, scene.Ledger[scene.Step(a, "-7/deputy.2")]);
    }

    [Fact]
    public async Task After_an_outage_of_ten_days_each_gets_the_latest_step_and_the_others_are_counted()
    {
        var a = _scene.Owe("a", dueOn: Monday.AddDays(14));
        _scene.GoTo(Monday.AddDays(10));

        Assert.Equal(new(1, 1, 1), await _scene.PlanAsync());

        Assert.Equal(_scene.Step(a, "-7"), Assert.Single(_scene.Ledger.Lines).Key);
        Assert.Equal(RemindersPlanned.Nothing, await _scene.PlanAsync());
    }

    [Fact]
    public async Task A_letter_that_missed_its_day_is_planned_anew_under_the_same_step()
    {
        var a = _scene.Owe("a", dueOn: Monday.AddDays(14));
        await _scene.PlanAsync();
        _scene.GoTo(Monday.AddDays(1));

        Assert.Equal(new(0, 1, 0), await _scene.PlanAsync());
        _scene.GoTo(Monday.AddDays(3));
        Assert.Equal(new(0, 1, 0), await _scene.PlanAsync());
        Assert.Equal(1, (await _scene.SendAsync()).HandedOver);

        Assert.Equal(ReminderState.Sent, _scene.Ledger[_scene.Step(a, "-14")]);
        Assert.Equal(2, _scene.Letters.All.Count(l => l.Letter.State == LetterState.Cancelled));
        _scene.GoTo(Monday.AddDays(4));
        Assert.Equal(RemindersPlanned.Nothing, await _scene.PlanAsync());
        Assert.Equal(Monday.AddDays(4), _scene.Settings.Standing.StepsSettledThrough);
    }

    [Fact]
    public async Task A_step_that_was_never_sent_gives_way_to_the_next()
    {
        var a = _scene.Owe("a");
        await _scene.PlanAsync();
        _scene.GoTo(Monday.AddDays(4));

        Assert.Equal(new(1, 1, 0), await _scene.PlanAsync());

        Assert.Equal(ReminderState.Cancelled, _scene.Ledger[_scene.Step(a, "-7")]);
        Assert.Equal(ReminderState.Planned, _scene.Ledger[_scene.Step(a, "-3")]);
    }

    [Fact]
    public async Task What_was_handed_in_before_its_letter_left_ends_cancelled()
    {
        var a = _scene.Owe("a");
        await _scene.PlanAsync();
        _scene.Owed[a] = _scene.Owed[a] with { State = ObligationState.Submitted };
        _scene.GoTo(Monday.AddDays(1));

        await _scene.PlanAsync();

        Assert.Equal(ReminderState.Cancelled, _scene.Ledger[_scene.Step(a, "-7")]);
        Assert.DoesNotContain(_scene.Letters.All, l => l.Letter.State == LetterState.Planned);
    }

    [Theory]
    [InlineData(6, 0)] // before the sending hours
    [InlineData(20, 0)] // their end is exclusive
    public async Task Outside_sending_hours_nothing_is_planned_nor_read(int hour, int minute)
    {
        _scene.Owe("a");
        _scene.GoTo(Monday, hour, minute);

        Assert.Equal(RemindersPlanned.Nothing, await _scene.PlanAsync());
        Assert.Equal(0, _scene.Interruptions.Calls);
    }

    [Fact]
    public async Task Nothing_is_planned_before_sending_was_started_nor_for_days_before_that()
    {
        _scene.Owe("a");
        _scene.Settings.Standing = new();
        Assert.Equal(RemindersPlanned.Nothing, await _scene.PlanAsync());

        await _scene.Settings.ArmAsync(Monday.AddDays(1), default);
        Assert.Equal(RemindersPlanned.Nothing, await _scene.PlanAsync());
        _scene.GoTo(Monday.AddDays(2));
        Assert.Equal(RemindersPlanned.Nothing, await _scene.PlanAsync());
        _scene.GoTo(Monday.AddDays(4));
        Assert.Equal(new(1, 1, 0), await _scene.PlanAsync());
    }

    [Fact]
    public async Task With_nothing_due_a_planning_reads_three_times_and_no_units()
    {
        await _scene.PlanAsync();

        Assert.Equal((3, 0), (_scene.Interruptions.Calls, _scene.Interruptions.Writes));
        Assert.Empty(_scene.Units.Asked);
    }

    [Fact]
    public async Task Units_are_read_once_and_those_above_only_for_their_digest()
    {
        _scene.Owe("a");
        _scene.Owe("b");
        _scene.Owe("c", dueOn: Monday.AddDays(-7));

        await _scene.PlanAsync();

        Assert.Equal([3, 1], _scene.Units.Asked);
    }
}
