using System.Diagnostics;
using ServerlessParty.Mail;
using ServerlessParty.Reminders;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

/// <summary>
/// A process that opens a campaign, plans and sends dies at every single write to the store and at every letter handed over,
/// whether or not the write or letter still arrived; a new process then does the day again and all timers run to their end.
/// </summary>
public sealed class EveryCutTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Wherever_a_process_dies_every_step_goes_out_once_and_none_is_missing()
    {
        var watch = Stopwatch.StartNew();
        var (writes, mails) = await CountAsync();
        FaultCut[] cuts = [.. FaultCuts.OfWrites(writes), .. FaultCuts.OfMails(mails)];
        var ended = await FaultCuts.EachAsync(cuts, DieAndGoOnAsync);

        output.WriteLine(
            $"{writes} writes and {mails} letters: {cuts.Length} cases, {ended.Sum(e => e.Mails)} mails, "
            + $"{ended.Sum(e => e.Sent)} steps sent, {ended.Sum(e => e.Listed)} listed, {ended.Sum(e => e.Trails)} trails intact, "
            + $"{ended.Sum(e => e.Obligations)} obligations in their place, {watch.Elapsed.TotalSeconds:F0} s.");
        Assert.InRange(writes, 30, 200);
        Assert.Equal(6, mails);
        Assert.Equal((2 * writes) + (2 * mails), ended.Count);
        Assert.Equal(cuts.Length * 6, ended.Sum(e => e.Mails));
        Assert.Equal(cuts.Length * 9, ended.Sum(e => e.Sent));
        Assert.Equal(cuts.Length * 2, ended.Sum(e => e.Listed));
        Assert.Equal(cuts.Length * 12, ended.Sum(e => e.Trails));
        Assert.Equal(cuts.Length * 11, ended.Sum(e => e.Obligations));
    }

    /// <summary>The undisturbed day, which also must end as expected.</summary>
    private static async Task<(int Writes, int Mails)> CountAsync()
    {
        using var store = await FaultStore.CreateAsync(FaultDay.Units, FaultDay.Steps);
        using var process = store.Start();
        await FaultDay.RunAsync(process);
        var counted = (process.Line.Writes, process.Line.Mails);
        await EndAsync(store, process);
        return counted;
    }

    private static async Task<CaseEnd> DieAndGoOnAsync(FaultCut cut)
    {
        using var store = await FaultStore.CreateAsync(FaultDay.Units, FaultDay.Steps);
        await FaultCuts.DieAsync(store, store.Start(cut), FaultDay.RunAsync);
        using var process = store.Start();
        await FaultDay.RunAsync(process);
        return await EndAsync(store, process);
    }

    private static async Task<CaseEnd> EndAsync(FaultStore store, FaultProcess process)
    {
        await FaultDay.FinishAsync(process, store.Clock);
        var outcome = await FaultOutcome.ReadAsync(store, process);
        Assert.Equal(FaultDay.MailLines, outcome.MailLines);
        Assert.Equal(FaultDay.LedgerLines, outcome.LedgerLines.Where(l => l != FaultDay.Leftover));
        outcome.AssertOfOnePiece();
        var (trails, obligations) = await FaultOutcome.AssertDossiersAsync(process, FaultDay.Units);
        return new(
            outcome.Count(LetterState.HandedOver), outcome.Count(ReminderState.Sent), outcome.Count(ReminderState.Listed),
            trails, obligations);
    }

    private sealed record CaseEnd(int Mails, int Sent, int Listed, int Trails, int Obligations);
}
