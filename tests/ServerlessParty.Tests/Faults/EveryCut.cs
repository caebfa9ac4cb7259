using System.Collections.Concurrent;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Faults;

/// <summary>
/// Lets a process die at every single write to the store and at every letter of a day, whether or not it still arrived; a new
/// process then is asked for the same day again, and all must end as if nothing had happened.
/// </summary>
/// <param name="Day">May be repeated from its beginning at any point.</param>
/// <param name="End">Lets timers do their work, and holds how everything stands.</param>
internal sealed record EveryCut(
    IReadOnlyCollection<Organization> Units, Func<FaultProcess, Task> Day, Func<FaultStore, FaultProcess, Task> End)
{
    private const int AtOnce = 4;

    /// <returns>How many writes and letters an undisturbed day has; each was cut twice.</returns>
    public async Task<(int Writes, int Mails)> RunAsync()
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
        Assert.True(faults.IsEmpty, $"{faults.Count} of {cuts.Count} failed:\n{string.Join("\n\n", faults.Order().Take(3))}");
        return (writes, mails);
    }

    private async Task<(int Writes, int Mails)> CountAsync()
    {
        using var store = await FaultStore.CreateAsync(Units);
        using var process = store.Start();
        await Day(process);
        var counted = (process.Line.Writes, process.Line.Mails);
        await EndAsync(store, process);
        return counted;
    }

    private async Task DieAndGoOnAsync(FaultCut cut)
    {
        using var store = await FaultStore.CreateAsync(Units);
        using (var dying = store.Start(cut))
        {
            var end = await Record.ExceptionAsync(() => Day(dying));
            Assert.True(dying.Line.IsDead, $"The day ended before its cut: {end}");
        }

        // Later than what a process left under way counts as lost.
        store.Clock.Advance(TimeSpan.FromMinutes(16));
        using var process = store.Start();
        await Day(process);
        await EndAsync(store, process);
    }

    private async Task EndAsync(FaultStore store, FaultProcess process)
    {
        await End(store, process);
        foreach (var unit in Units)
        {
            var chain = await process.Get<VerifyChain>().RunAsync(unit.Id.Key, default);
            Assert.True(chain?.Intact, $"The trail of {unit.Id} is broken at {chain?.FirstBroken}.");
        }
    }
}
