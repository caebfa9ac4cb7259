using ServerlessParty.Obligations;
using static ServerlessParty.Obligations.ObligationAct;
using static ServerlessParty.Obligations.ObligationOutcome;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Obligations;

public sealed class ObligationTransitionsTests
{
    private static readonly DateOnly Today = On("2026-11-20");

    private static readonly Dictionary<string, ObligationAct> Acts = new()
    {
        ["submit"] = new Submission(On("2026-11-19"), "bản giấy"),
        ["accept"] = new Acceptance(),
        ["return"] = new Return("thiếu biên bản kiểm phiếu"),
        ["waive"] = new Waiver("mới thành lập"),
        ["reopen"] = new Reopening(),
        ["extend"] = new Extension(On("2026-12-20"), "thiên tai"),
        ["withdraw"] = new Withdrawal("giải thể"),
    };

    [Theory]
    [InlineData("submit", "Submitted Refused Refused Submitted Refused Refused")]
    [InlineData("accept", "Refused Accepted Unchanged Refused Refused Refused")]
    [InlineData("return", "Refused Returned Refused Refused Refused Refused")]
    [InlineData("waive", "Waived Refused Refused Waived Refused Refused")]
    [InlineData("reopen", "Unchanged Refused Refused Refused Open Refused")]
    [InlineData("extend", "Open Refused Refused Returned Refused Refused")]
    [InlineData("withdraw", "Withdrawn Refused Refused Withdrawn Refused Unchanged")]
    public void Every_act_in_every_state_leads_where_the_table_says(string act, string expected)
    {
        var results = Enum.GetValues<ObligationState>().Select(state => Acts[act].On(In(state), Today)).ToList();

        Assert.Equal(expected, string.Join(' ', results.Select(Describe)));
        Assert.All(results.OfType<Refused>(), r => Assert.Equal(RefusalCodes.State, r.Code));
    }

    [Theory]
    [InlineData("submit", ObligationState.Open)]
    [InlineData("accept", ObligationState.Submitted)]
    [InlineData("return", ObligationState.Submitted)]
    [InlineData("waive", ObligationState.Returned)]
    [InlineData("reopen", ObligationState.Waived)]
    [InlineData("extend", ObligationState.Open)]
    [InlineData("withdraw", ObligationState.Open)]
    public void The_same_act_twice_changes_nothing_the_second_time(string act, ObligationState from)
    {
        var first = Assert.IsType<Changed>(Acts[act].On(In(from), Today));

        Assert.Equal(new Unchanged(first.After), Acts[act].On(first.After, Today.AddDays(1)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void A_return_a_waiver_and_an_extension_need_a_reason(string? reason)
    {
        Assert.Equal(RefusalCodes.ReasonMissing, Code(new Return(reason).On(In(ObligationState.Submitted), Today)));
        Assert.Equal(RefusalCodes.ReasonMissing, Code(new Waiver(reason).On(In(ObligationState.Open), Today)));
        Assert.Equal(
            RefusalCodes.ReasonMissing,
            Code(new Extension(On("2026-12-20"), reason).On(In(ObligationState.Open), Today)));
    }

    [Theory]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    public void A_text_holds_two_thousand_characters(int length, bool fits)
    {
        var outcome = new Submission(Today, new string('ý', length)).On(In(ObligationState.Open), Today);

        Assert.Equal(fits ? null : RefusalCodes.TooLong, Code(outcome));
    }

    [Theory]
    [InlineData("2026-11-20", true)] // today
    [InlineData("2026-11-21", false)] // not yet
    [InlineData("2000-01-01", true)]
    [InlineData("1999-12-31", false)]
    [InlineData(null, false)]
    public void A_paper_was_received_on_a_day_that_has_come(string? day, bool isAllowed)
    {
        var outcome = new Submission(day is null ? null : On(day), null).On(In(ObligationState.Open), Today);

        Assert.Equal(isAllowed ? null : RefusalCodes.ReceivedOn, Code(outcome));
    }

    [Theory]
    [InlineData("2026-11-19", false)] // yesterday
    [InlineData("2026-11-20", true)] // today
    [InlineData("2027-11-21", true)] // 366 days
    [InlineData("2027-11-22", false)] // 367 days
    [InlineData(null, false)]
    public void A_due_day_moves_from_today_to_366_days_ahead(string? day, bool isAllowed)
    {
        var outcome = new Extension(day is null ? null : On(day), "lý do").On(In(ObligationState.Open), Today);

        Assert.Equal(isAllowed ? null : RefusalCodes.DueOn, Code(outcome));
    }

    [Fact]
    public void A_due_day_may_move_back_and_counts_anew_from_today()
    {
        var moved = Assert.IsType<Changed>(new Extension(On("2026-11-25"), "lý do").On(In(ObligationState.Open), Today));

        Assert.Equal((On("2026-11-25"), Today), (moved.After.DueOn, moved.After.ArmedOn));
    }

    [Fact]
    public void An_extension_to_a_past_due_day_that_is_its_own_changes_nothing()
    {
        var late = In(ObligationState.Open) with { DueOn = On("2026-11-10") };

        Assert.Equal(new Unchanged(late), new Extension(late.DueOn, "lý do").On(late, Today));
    }

    [Fact]
    public void An_extension_of_a_returned_paper_keeps_what_was_asked_for_and_says_its_reason_in_the_trail()
    {
        var returned = In(ObligationState.Returned) with { Comment = "thiếu chữ ký" };

        var extended = Assert.IsType<Changed>(Acts["extend"].On(returned, Today));

        Assert.Equal(("thiếu chữ ký", "thiên tai"), (extended.After.Comment, extended.Said));
    }

    [Fact]
    public void A_returned_paper_is_no_longer_received_and_counts_anew()
    {
        var submitted = In(ObligationState.Submitted) with { ReceivedOn = On("2026-11-18") };

        var returned = Assert.IsType<Changed>(Acts["return"].On(submitted, Today)).After;

        Assert.Equal((null, Today, submitted.DueOn), (returned.ReceivedOn, returned.ArmedOn, returned.DueOn));
    }

    private static Obligation In(ObligationState state) => Owed("cell-1", state: state);

    private static string? Code(ObligationOutcome outcome) => (outcome as Refused)?.Code;

    private static string Describe(ObligationOutcome outcome) => outcome switch
    {
        Changed changed => changed.After.State.ToString(),
        _ => outcome.GetType().Name,
    };
}
