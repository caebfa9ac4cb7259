using ServerlessParty.Classification;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>A day on which a cell's reminder comes back, its superior is asked and names another secretary, and that one gets the reminder.</summary>
internal static class BounceDay
{
    private const string Lost = "lost@example.org";
    private const string New = "new@example.org";

    public static IReadOnlyList<Organization> Units { get; } =
    [
        Given.Unit("tinh", kind: "Provincial", email: "tinh@example.org"),
        Given.Unit("c1", "tinh", email: Lost),
        Given.Unit("c2", "tinh", email: "c2@example.org"),
    ];

    public static CampaignStep[] Steps { get; } =
    [
        new(ObligationKind.OrganizationRating, [KindCode.Parse("SubordinateCell")], Given.Day("2026-11-01"), Given.Day("2026-12-04")),
    ];

    /// <summary>The letter to the lost address, which came back, and the one that followed it.</summary>
    public static IReadOnlyList<string> MailLines { get; } =
        ["c2@example.org: c2 04/12/2026", "lost@example.org: c1 04/12/2026", "new@example.org: c1 04/12/2026"];

    public static async Task RunAsync(FaultProcess process)
    {
        await process.Get<OpenCampaign>().RunAsync(2026, "test", default);
        await process.Get<OpenPeriods>().RunAsync(process.Get<PartyCalendar>(), default);
        await process.PlanAsync();
        await process.SendAsync();
        await CorrectAsync(process);
        await process.PlanAsync();
        await process.SendAsync();
    }

    public static async Task EndAsync(FaultStore store, FaultProcess process)
    {
        await FaultDay.FinishAsync(process, store.Clock);
        await CorrectAsync(process);
        await FaultDay.FinishAsync(process, store.Clock);
        var outcome = await FaultOutcome.ReadAsync(store, process);
        Assert.Equal(MailLines, outcome.MailLines);
        Assert.Equal(["c1 2026-12-04 -14 Sent", "c2 2026-12-04 -14 Sent"], outcome.LedgerLines);
        Assert.Equal(1, outcome.Count(LetterState.Bounced));
        var unit = await process.Get<IOrganizations>().FindAsync(Given.Id("c1"), default);
        Assert.Equal(new Contact("Lê Thị Mới", New, null), unit!.Contacts.Secretary);
        AssertAskedOnce(outcome);
        store.Clock.Advance(TimeSpan.FromMinutes(11));
        await process.PlanAsync();
        Assert.Empty((await process.Get<IReminderSettings>().ReadAsync(default)).Readdressed);
    }

    /// <summary>There is one letter; where it is not known to have left, it is listed as such, and there is no second one.</summary>
    private static void AssertAskedOnce(FaultOutcome outcome)
    {
        var asked = Assert.Single(outcome.Letters, l => l.Letter.Id.Class == LetterClass.Correction).Letter;
        Assert.Contains(asked.State, new[] { LetterState.HandedOver, LetterState.Failed, LetterState.Uncertain });
        Assert.Equal(asked.State == LetterState.HandedOver ? 4 : 3, outcome.Files.Count);
    }

    private static async Task CorrectAsync(FaultProcess process)
    {
        await ComeBackAsync(process);
        await AnswerAsync(process);
    }

    /// <summary>The carrier tells of what it has, and again for a day.</summary>
    private static async Task ComeBackAsync(FaultProcess process)
    {
        var letters = await process.Get<ILetters>().OfDayAsync(process.Get<PartyCalendar>().Today, default).ToListAsync();
        if (letters.Select(l => l.Letter).FirstOrDefault(l => l.To == Lost && IsTaken(process, l)) is { } letter)
        {
            await process.Get<ReceiveMailEvents>().RunAsync(
                [new("bounce", MailEventKind.Bounced, 0, letter.Id, letter.Attempts, "m", "550 no such user")], default);
        }
    }

    private static bool IsTaken(FaultProcess process, Letter letter) => FaultMails.Files(process.Get<MailFolder>().Path)
        .Any(f => Path.GetFileNameWithoutExtension(f) == MailFolder.NameOf(letter.Id, letter.Attempts));

    private static async Task AnswerAsync(FaultProcess process)
    {
        var unit = await process.Get<IOrganizations>().FindAsync(Given.Id("c1"), default);
        if (unit?.Contacts.Secretary.Mark is { } mark)
        {
            await process.Get<ReplaceSecretary>().RunAsync(
                unit.Id, mark.Number, new("Lê Thị Mới", New, ""), _ => "unit:tinh", default);
        }
    }
}
