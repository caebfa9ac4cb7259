using System.Collections.Concurrent;
using ServerlessParty.Audit;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

/// <summary>A process dies at every write and every letter of a day with a bounce, the letter to the superior, the new secretary and the planning after it.</summary>
public sealed class BounceCutTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;

    [Fact]
    public async Task Wherever_a_process_dies_the_superior_is_asked_once_and_each_step_arrives_once()
    {
        var (writes, mails) = await CountAsync();
        var cuts = Enumerable.Range(1, writes).Select(n => new FaultCut(Write: n))
            .Concat(Enumerable.Range(1, mails).Select(n => new FaultCut(Mail: n)))
            .SelectMany(cut => new[] { cut, cut with { Late = true } }).ToList();
        var faults = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(cuts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (cut, _) =>
        {
            if (await Record.ExceptionAsync(() => DieAndGoOnAsync(cut)) is { } fault)
            {
                faults.Add($"{cut}: {fault.Message}\n{fault.StackTrace}");
            }
        });

        output.WriteLine($"{writes} writes and {mails} letters: {cuts.Count} cases.");
        Assert.True(faults.IsEmpty, $"{faults.Count} of {cuts.Count} failed:\n{string.Join("\n\n", faults.Order().Take(4))}");
        Assert.Equal(4, mails);
        Assert.InRange(writes, 20, 120);
    }

    private static async Task<(int Writes, int Mails)> CountAsync()
    {
        using var store = await FaultStore.CreateAsync(BounceDay.Units, BounceDay.Steps);
        using var process = store.Start();
        await BounceDay.RunAsync(process);
        var counted = (process.Line.Writes, process.Line.Mails);
        await EndAsync(store, process);
        return counted;
    }

    private static async Task DieAndGoOnAsync(FaultCut cut)
    {
        using var store = await FaultStore.CreateAsync(BounceDay.Units, BounceDay.Steps);
        using (var dying = store.Start(cut))
        {
            await Record.ExceptionAsync(() => BounceDay.RunAsync(dying));
            Assert.True(dying.Line.IsDead, "The day ended before its cut.");
        }

        // Later than what a process left under way counts as lost.
        store.Clock.Advance(TimeSpan.FromMinutes(16));
        using var process = store.Start();
        await BounceDay.RunAsync(process);
        await EndAsync(store, process);
    }

    private static async Task EndAsync(FaultStore store, FaultProcess process)
    {
        await BounceDay.EndAsync(store, process);
        foreach (var unit in BounceDay.Units)
        {
            var chain = await process.Get<VerifyChain>().RunAsync(unit.Id.Key, default);
            Assert.True(chain?.Intact, $"The trail of {unit.Id} is broken at {chain?.FirstBroken}.");
        }
    }
}
