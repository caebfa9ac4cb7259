using System.Globalization;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Faults;

/// <summary>How a store stands at the end of a day.</summary>
/// <param name="MailLines">See <see cref="FaultMails"/>; in order.</param>
/// <param name="LedgerLines"><c>{unit} {due day} {step} {state}</c>; in order.</param>
internal sealed record FaultOutcome(
    IReadOnlyList<string> MailLines,
    IReadOnlyList<string> LedgerLines,
    IReadOnlyList<Reminder> Ledger,
    IReadOnlyList<LetterWithItems> Letters,
    IReadOnlyList<string> Files)
{
    public static async Task<FaultOutcome> ReadAsync(FaultStore store, FaultProcess process)
    {
        var mail = await FaultMails.ReadAsync(store.MailPath, process.Get<UnitLinks>());
        var ledger = await process.Get<IReminderLedger>()
            .BetweenAsync(FaultStore.Today.AddDays(-60), FaultStore.Today.AddDays(60), DateOnly.MinValue, default).ToListAsync();
        var letters = await process.Get<ILetters>().OfDayAsync(process.Get<PartyCalendar>().Today, default).ToListAsync();
        return new(
            [.. mail.Order(StringComparer.Ordinal)], [.. ledger.Select(Line).Order(StringComparer.Ordinal)],
            ledger, letters, FaultMails.Files(store.MailPath));
    }

    public int Count(ReminderState state) => Ledger.Count(l => l.State == state);

    public int Count(LetterState state) => Letters.Count(l => l.Letter.State == state);

    /// <summary>I1 and I3: ledger, letters and mails say the same, each step once.</summary>
    public void AssertOfOnePiece()
    {
        var left = Letters.Where(l => l.Letter.State == LetterState.HandedOver).ToList();
        var carried = left.SelectMany(l => l.Keys()).ToList();
        Assert.All(Letters, l => Assert.Contains(l.Letter.State, new[] { LetterState.HandedOver, LetterState.Cancelled }));
        Assert.Equal(carried.Count, carried.Distinct().Count());
        Assert.Subset(
            carried.ToHashSet(), Ledger.Where(l => l.State == ReminderState.Sent).Select(l => l.Key).ToHashSet());
        Assert.Equal(
            left.Select(l => MailFolder.NameOf(l.Letter.Id, l.Letter.Attempts)).Order(StringComparer.Ordinal),
            Files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        Assert.All(Ledger, l => Assert.NotEqual(ReminderState.Planned, l.State));
    }

    /// <summary>I9 and I12: every dossier is what its trail says, and what is reminded has its line by due day.</summary>
    /// <returns>How many trails and obligations were looked at.</returns>
    public static async Task<(int Trails, int Obligations)> AssertDossiersAsync(
        FaultProcess process, IReadOnlyCollection<Organization> units)
    {
        var due = await process.Get<IDueIndex>().BetweenAsync(
            FaultStore.Today.AddDays(-60), FaultStore.Today.AddDays(60), DueStates.Reminded, default).ToListAsync();
        var lines = due.Select(d => (d.Key, d.DueOn)).ToHashSet();
        var obligations = 0;
        foreach (var unit in units)
        {
            var chain = await process.Get<VerifyChain>().RunAsync(unit.Id.Key, default);
            Assert.True(chain?.Intact, $"The trail of {unit.Id} is broken at {chain?.FirstBroken}.");
            foreach (var owed in await process.Get<IObligations>().OfAsync(unit.Id, default))
            {
                obligations++;
                Assert.True(!owed.IsReminded || lines.Contains((owed.Key, owed.DueOn)), $"{owed.Key} has no line by due day.");
            }
        }

        return (units.Count, obligations);
    }

    private static string Line(Reminder line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.Key.Obligation.Organization} {line.Key.DueOn:yyyy-MM-dd} {line.Key.Step} {line.State}");
}
