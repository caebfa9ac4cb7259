using System.Diagnostics;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Events;
using ServerlessParty.Tests.Support;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

/// <summary>
/// A process that sends through a real carrier dies before, in the middle of and after every call to it, and at every write
/// around them; a new process then does the day again, and at last the carrier tells what it took.
/// </summary>
public sealed class CarrierCutTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Wherever_a_process_dies_the_carrier_takes_each_step_once_at_most_and_the_rest_is_listed()
    {
        var watch = Stopwatch.StartNew();
        var (planned, writes, calls) = await CountAsync();
        FaultCut[] cuts = [.. FaultCuts.OfCalls(calls), .. FaultCuts.OfWrites(writes - planned, planned + 1)];
        var ended = await FaultCuts.EachAsync(cuts, DieAndGoOnAsync);

        output.WriteLine(
            $"{calls} calls and {writes - planned} writes around them: {cuts.Length} cases, {ended.Sum(e => e.Accepted)} letters taken, "
            + $"{ended.Sum(e => e.Uncertain)} uncertain, of which events settled {ended.Sum(e => e.Settled)}, {watch.Elapsed.TotalSeconds:F0} s.");
        Assert.InRange(calls, 3, 6);
        Assert.InRange(writes - planned, 5, 60);
        Assert.Contains(ended, e => e.Uncertain > e.Settled);
        Assert.Contains(ended, e => e.Settled > 0);
    }

    /// <summary>The undisturbed day, in which nothing is uncertain.</summary>
    private static async Task<(int Planned, int Writes, int Calls)> CountAsync()
    {
        await using var carrier = await SendGridStub.StartAsync();
        using var store = await FaultStore.CreateAsync(FaultDay.Units, FaultDay.Steps);
        using var process = store.Start(carrier: carrier);
        await FaultDay.PlanAsync(process);
        var planned = process.Line.Writes;
        await process.SendAsync();
        var counted = (planned, process.Line.Writes, process.Line.Mails);
        await FaultDay.FinishAsync(process, store.Clock);
        var outcome = await CarrierOutcome.ReadAsync(store, process, carrier);
        outcome.AssertOfOnePiece();
        Assert.Equal(FaultDay.MailLines, outcome.Accepted);
        Assert.Equal(0, outcome.Count(LetterState.Uncertain));
        return counted;
    }

    private static async Task<CaseEnd> DieAndGoOnAsync(FaultCut cut)
    {
        await using var carrier = await SendGridStub.StartAsync();
        using var store = await FaultStore.CreateAsync(FaultDay.Units, FaultDay.Steps);
        await FaultCuts.DieAsync(store, store.Start(cut, carrier: carrier), FaultDay.RunAsync);
        using var process = store.Start(carrier: carrier);
        await FaultDay.RunAsync(process);
        await FaultDay.FinishAsync(process, store.Clock);
        var before = await CarrierOutcome.ReadAsync(store, process, carrier);
        before.AssertOfOnePiece();

        await process.Get<ReceiveMailEvents>().RunAsync(before.Events(), default);
        var after = await CarrierOutcome.ReadAsync(store, process, carrier);
        after.AssertOfOnePiece();
        Assert.Equal(carrier.Accepted.Count, after.Count(LetterState.Delivered));
        Assert.Equal(0, after.Count(LetterState.HandedOver));
        var (uncertain, left) = (before.Count(LetterState.Uncertain), after.Count(LetterState.Uncertain));
        return new(carrier.Accepted.Count, uncertain, uncertain - left);
    }

    private sealed record CaseEnd(int Accepted, int Uncertain, int Settled);
}
