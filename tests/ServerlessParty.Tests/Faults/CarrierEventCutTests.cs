using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>
/// Receipts and a return leave by a real carrier while the process that hands minutes in dies before, in the middle of and after
/// each call, and at each write around them; the day is then done again.
/// </summary>
public sealed class CarrierEventCutTests
{
    private const int Events = 3;

    [Fact]
    public async Task Wherever_a_process_dies_no_letter_of_an_event_leaves_twice_or_is_missing_from_the_sum()
    {
        var (writes, calls) = await CountAsync();
        var uncertain = await FaultCuts.EachAsync([.. FaultCuts.OfCalls(calls), .. FaultCuts.OfWrites(writes)], DieAndGoOnAsync);

        Assert.Equal(Events, calls);
        Assert.Contains(uncertain, count => count > 0);
    }

    private static async Task<(int Writes, int Calls)> CountAsync()
    {
        await using var carrier = await SendGridStub.StartAsync();
        using var store = await FaultStore.CreateAsync(UploadDay.Units);
        using var process = store.Start(carrier: carrier);
        await UploadDay.RunAsync(process);
        var counted = (process.Line.Writes, process.Line.Mails);
        Assert.Equal(["receipt", "receipt", "return"], carrier.Bodies.Select(b => b.GetProperty("categories")[0].GetString()!).Order());
        Assert.All(carrier.Bodies, b => Assert.StartsWith("auto-", b.GetProperty("headers").GetProperty("Auto-Submitted").GetString(), StringComparison.Ordinal));
        Assert.Equal(0, await SettleAsync(store, process, carrier));
        return counted;
    }

    private static async Task<int> DieAndGoOnAsync(FaultCut cut)
    {
        await using var carrier = await SendGridStub.StartAsync();
        using var store = await FaultStore.CreateAsync(UploadDay.Units);
        await FaultCuts.DieAsync(store, store.Start(cut, carrier: carrier), UploadDay.RunAsync);
        using var process = store.Start(carrier: carrier);
        await UploadDay.RunAsync(process);
        return await SettleAsync(store, process, carrier);
    }

    /// <returns>How many letters nobody knew of before the carrier told.</returns>
    private static async Task<int> SettleAsync(FaultStore store, FaultProcess process, SendGridStub carrier)
    {
        store.Clock.Advance(TimeSpan.FromMinutes(16));
        await process.SendAsync();
        var taken = carrier.Accepted.Select(l => l.Letter).ToList();
        Assert.Equal(taken.Count, taken.Distinct().Count());
        var before = await LettersAsync(process);
        Assert.Equal(Events, before.Count);
        Assert.All(before, l => Assert.Contains(l.State, new[] { LetterState.HandedOver, LetterState.Uncertain }));
        Assert.Subset(taken.ToHashSet(), before.Where(l => l.State == LetterState.HandedOver).Select(l => $"{l.Id}.1").ToHashSet());

        await process.Get<ReceiveMailEvents>().RunAsync([.. carrier.Accepted.Select(CarrierOutcome.Delivered)], default);
        var after = await LettersAsync(process);
        Assert.Equal(taken.Order(), after.Where(l => l.State == LetterState.Delivered).Select(l => $"{l.Id}.1").Order());
        Assert.All(after.Where(l => l.State != LetterState.Delivered), l => Assert.Equal(LetterState.Uncertain, l.State));
        return before.Count(l => l.State == LetterState.Uncertain);
    }

    private static async Task<List<Letter>> LettersAsync(FaultProcess process) =>
        await process.Get<ILetters>().OfDayAsync(FaultStore.Today, default).Select(l => l.Letter).ToListAsync();
}
