using System.Collections.Concurrent;
using ServerlessParty.Audit;
using ServerlessParty.Minutes;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

/// <summary>
/// A process that takes minutes in, returns and accepts them dies at every single write to the store and at every letter,
/// whether or not it still arrived; a new process is asked for the same again.
/// </summary>
public sealed class EveryCutUploadTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;

    [Fact]
    public async Task Wherever_a_process_dies_each_document_is_there_once_and_can_be_read()
    {
        var (writes, mails) = await CountAsync();
        var cuts = Enumerable.Range(1, writes).Select(n => new FaultCut(Write: n))
            .Concat(Enumerable.Range(1, mails).Select(n => new FaultCut(Mail: n)))
            .SelectMany(cut => new[] { cut, cut with { Late = true } }).ToList();
        var faults = new ConcurrentBag<string>();
        var ended = 0;

        await Parallel.ForEachAsync(cuts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (cut, _) =>
        {
            if (await Record.ExceptionAsync(() => DieAndGoOnAsync(cut)) is { } fault)
            {
                faults.Add($"{cut}: {fault.Message}\n{fault.StackTrace}");
            }
            else
            {
                Interlocked.Increment(ref ended);
            }
        });

        output.WriteLine($"{writes} writes and {mails} letters: {cuts.Count} cases, {ended} ended with both documents once.");
        Assert.True(faults.IsEmpty, $"{faults.Count} of {cuts.Count} failed:\n{string.Join("\n\n", faults.Order().Take(3))}");
        Assert.InRange(writes, 20, 100);
        Assert.Equal(2 * (writes + mails), ended);
    }

    private static async Task<(int Writes, int Mails)> CountAsync()
    {
        using var store = await FaultStore.CreateAsync(UploadDay.Units);
        using var process = store.Start();
        await UploadDay.RunAsync(process);
        var counted = (process.Line.Writes, process.Line.Mails);
        await EndAsync(store, process);
        return counted;
    }

    private static async Task DieAndGoOnAsync(FaultCut cut)
    {
        using var store = await FaultStore.CreateAsync(UploadDay.Units);
        using (var dying = store.Start(cut))
        {
            await Record.ExceptionAsync(() => UploadDay.RunAsync(dying));
            Assert.True(dying.Line.IsDead, "The run ended before its cut.");
        }

        store.Clock.Advance(TimeSpan.FromMinutes(16));
        using var process = store.Start();
        await UploadDay.RunAsync(process);
        await EndAsync(store, process);
    }

    /// <summary>Bytes carry the real time: a year later all that belongs to nothing is old.</summary>
    private static async Task EndAsync(FaultStore store, FaultProcess process)
    {
        store.Clock.SetTo("2099-01-01T02:00:00Z");
        await process.Get<FinishMinutes>().RunAsync(default);
        await UploadDay.AssertAsync(process);
        var chain = await process.Get<VerifyChain>().RunAsync("cell", default);
        Assert.True(chain?.Intact, $"The trail is broken at {chain?.FirstBroken}.");
    }
}
