using System.Collections.Concurrent;

namespace ServerlessParty.Tests.Faults;

/// <summary>The cuts of a day, and a case for each of them, a few at a time.</summary>
internal static class FaultCuts
{
    private const int AtOnce = 4;
    private const int Shown = 5;

    /// <summary>At writes from <paramref name="first"/> on, the request lost or its answer.</summary>
    public static IEnumerable<FaultCut> OfWrites(int count, int first = 1) =>
        Enumerable.Range(first, count).SelectMany(n => new FaultCut[] { new(Write: n), new(Write: n, Late: true) });

    /// <summary>At letters handed over, the letter lost or its answer.</summary>
    public static IEnumerable<FaultCut> OfMails(int count) =>
        Enumerable.Range(1, count).SelectMany(n => new FaultCut[] { new(Mail: n), new(Mail: n, Late: true) });

    /// <summary>Before, in the middle of and after calls of a carrier.</summary>
    public static IEnumerable<FaultCut> OfCalls(int count) => Enumerable.Range(1, count)
        .SelectMany(n => new FaultCut[] { new(Mail: n), new(Mail: n, Half: true), new(Mail: n, Late: true) });

    /// <returns>What the cases ended with; none may fail.</returns>
    public static async Task<IReadOnlyCollection<T>> EachAsync<T>(IReadOnlyCollection<FaultCut> cuts, Func<FaultCut, Task<T>> run)
    {
        var ended = new ConcurrentBag<T>();
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(cuts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (cut, _) =>
        {
            if (await Record.ExceptionAsync(async () => ended.Add(await run(cut))) is { } fault)
            {
                faults.Add($"{cut}: {fault.Message}\n{fault.StackTrace}");
            }
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} of {cuts.Count} failed:\n{string.Join("\n\n", faults.Order().Take(Shown))}");
        Assert.Equal(cuts.Count, ended.Count);
        return ended;
    }

    /// <summary>The day of a process that dies in it; afterwards what it left under way counts as lost.</summary>
    public static async Task DieAsync(FaultStore store, FaultProcess dying, Func<FaultProcess, Task> day)
    {
        using (dying)
        {
            var end = await Record.ExceptionAsync(() => day(dying));
            Assert.True(dying.Line.IsDead, $"The day ended before its cut: {end}");
        }

        store.Clock.Advance(TimeSpan.FromMinutes(16));
    }
}
