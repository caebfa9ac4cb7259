using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Mail;

public sealed class LetterAnswersTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 4, 2, 5, 0, TimeSpan.Zero);

    [Fact]
    public void A_reminder_that_did_not_leave_waits_until_the_carrier_says()
    {
        var after = Under(LetterClass.Reminder).After(new HandOver.NotSent("busy", Now.AddHours(1)), Now);

        Assert.Equal(
            (LetterState.Planned, Now.AddHours(1), "busy", Now),
            (after.State, after.NotBefore, after.Problem, after.ChangedAt));
    }

    [Fact]
    public void Where_the_carrier_names_no_time_it_waits_five_minutes() => Assert.Equal(
        Now.AddMinutes(5), Under(LetterClass.Reminder).After(new HandOver.NotSent("busy", null), Now).NotBefore);

    [Theory]
    [InlineData(LetterClass.Access)]
    [InlineData(LetterClass.Receipt)]
    [InlineData(LetterClass.Return)]
    public void Any_other_letter_that_did_not_leave_has_failed(string letterClass) => Assert.Equal(
        LetterState.Failed, Under(letterClass).After(new HandOver.NotSent("busy", null), Now).State);

    [Fact]
    public void What_was_taken_has_no_problem_any_more()
    {
        var after = (Under(LetterClass.Reminder) with { Problem = "busy" }).After(new HandOver.Taken("7"), Now);

        Assert.Equal((LetterState.HandedOver, "7", null), (after.State, after.ProviderId, after.Problem));
    }

    private static Letter Under(string letterClass) => new(
        new LetterId(0, new DateOnly(2026, 12, 4), letterClass, "0f", "1"), "a@example.org", LetterState.Sending, 0, 1, null, Now);
}
