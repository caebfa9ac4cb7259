using ServerlessParty.Classification;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>
/// A day of a province of a dozen units on which steps fall for what is due in two weeks (ratings of cells) and for what has been
/// late for three days (ratings of members); some are moved or handed in while the day's reminders are planned and sent.
/// </summary>
internal static class FaultDay
{
    public static IReadOnlyList<Organization> Units { get; } =
    [
        Given.Unit("tinh", kind: "Provincial", email: "tinh@example.vn"),
        Given.Unit("c01", "tinh", email: "c01@example.vn"),
        Given.Unit("c02", "tinh", email: "c02@example.vn"),
        Given.Unit("c03", "tinh", email: "two-papers@example.vn"),
        Given.Unit("c04", "tinh", email: "two-cells@example.vn"),
        Given.Unit("c05", "tinh", email: "Two-Cells@example.vn"),
        Given.Unit("c06", "tinh"),
        Given.Unit("c07.moved", "tinh", email: "c07@example.vn"),
        Given.Unit("c08.submitted", "tinh", email: "c08@example.vn"),
        Given.Unit("c09.moved", "tinh", email: "c09@example.vn"),
        Given.Unit("late.mail", "tinh", "GrassrootsCell", "two-papers@example.vn"),
        Given.Unit("late.phone", "tinh", "GrassrootsCell"),
    ];

    public static CampaignStep[] Steps { get; } =
    [
        new(ObligationKind.OrganizationRating, [KindCode.Parse("SubordinateCell")], Given.Day("2026-11-01"), Given.Day("2026-12-04")),
        new(ObligationKind.MemberRatings, [KindCode.Parse("GrassrootsCell")], Given.Day("2026-11-01"), Given.Day("2026-11-17")),
    ];

    /// <summary>What the mails of the day must say, each exactly once.</summary>
    public static IReadOnlyList<string> MailLines { get; } =
    [
        "c01@example.vn: c01 04/12/2026",
        "c02@example.vn: c02 04/12/2026",
        "c07@example.vn: c07.moved 27/11/2026",
        "tinh@example.vn: late.mail 17/11/2026",
        "tinh@example.vn: late.phone 17/11/2026",
        "two-cells@example.vn: c04 04/12/2026",
        "two-cells@example.vn: c05 04/12/2026",
        "two-papers@example.vn: c03 04/12/2026",
        "two-papers@example.vn: late.mail 17/11/2026",
    ];

    /// <summary>Where the lines of the ledger must end.</summary>
    public static IReadOnlyList<string> LedgerLines { get; } =
    [
        "c01 2026-12-04 -14 Sent",
        "c02 2026-12-04 -14 Sent",
        "c03 2026-12-04 -14 Sent",
        "c04 2026-12-04 -14 Sent",
        "c05 2026-12-04 -14 Sent",
        "c06 2026-12-04 -14 Listed",
        "c07.moved 2026-11-27 -7 Sent",
        "c08.submitted 2026-12-04 -14 Cancelled",
        "c09.moved 2026-12-04 -14 Cancelled",
        "late.mail 2026-11-17 +3 Sent",
        "late.mail 2026-11-17 +3/superior Sent",
        "late.phone 2026-11-17 +3 Listed",
        "late.phone 2026-11-17 +3/superior Sent",
    ];

    /// <summary>
    /// A line that only a death between a moved dossier and its old line by due day brings forth: the planner believes the old
    /// line, the check before sending does not. It must be cancelled, and no mail may show it.
    /// </summary>
    public const string Leftover = "c07.moved 2026-12-04 -14 Cancelled";

    /// <summary>What people and timers do on that day; all of it again finds done what is done.</summary>
    public static async Task RunAsync(FaultProcess process)
    {
        await PlanAsync(process);
        await process.SendAsync();
    }

    /// <summary>The same, up to the moment when letters leave.</summary>
    public static async Task PlanAsync(FaultProcess process)
    {
        await process.Get<OpenCampaign>().RunAsync(2026, "test", default);
        await process.Get<OpenPeriods>().RunAsync(process.Get<PartyCalendar>(), default);
        await MoveAsync(process, "c07.moved", "2026-11-27");
        await process.PlanAsync();
        await process.ActAsync(Given.Key("c08.submitted"), new ObligationAct.Submission(FaultStore.Today, null));
        await MoveAsync(process, "c09.moved", "2026-12-18");
    }

    /// <summary>What the timers do until there is nothing left to do.</summary>
    public static async Task FinishAsync(FaultProcess process, MovableClock clock)
    {
        for (var round = 1; round <= 5; round++)
        {
            clock.Advance(TimeSpan.FromMinutes(6));
            var planned = await process.PlanAsync();
            var sent = await process.SendAsync();
            if (planned == RemindersPlanned.Nothing && sent == LettersSent.Nothing)
            {
                return;
            }
        }

        Assert.Fail("There is always something left to do.");
    }

    private static async Task MoveAsync(FaultProcess process, string unit, string dueOn)
    {
        var moved = await process.ActAsync(Given.Key(unit), new ObligationAct.Extension(Given.Day(dueOn), "Bí thư đi học."));
        Assert.True(moved is ObligationOutcome.Changed or ObligationOutcome.Unchanged, $"{unit}: {moved}");
    }
}
