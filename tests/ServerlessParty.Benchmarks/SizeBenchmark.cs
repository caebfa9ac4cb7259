namespace ServerlessParty.Benchmarks;

/// <summary>The planner in small and large trees: with nothing due, and with the same number of obligations due.</summary>
internal static class SizeBenchmark
{
    private const int Few = 100;
    private const int Some = 4_000;
    private const int Many = 20_000;
    private const int Owing = 500;
    private const int Repetitions = 2;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        var few = await IdleRequestsAsync(connection, Few);
        var many = await IdleRequestsAsync(connection, Many);
        await PeakAsync(connection, Few, Few / 2);
        await MakeAsync(connection, Some);
        var some = await HighestPeakAsync(connection, Some);
        var most = await HighestPeakAsync(connection, Many);
        var memory = $"Planning {Owing} due among {Many:N0} units, against {Some:N0}";
        return
        [
            Figure.Of($"Planning with nothing due in {Many:N0} units, against {Few:N0}", many, few, "requests", 1.0),
            Figure.Of($"{memory}: highest live heap", most.Live, some.Live, "KB", 1.25),
            Figure.Of($"{memory}: allocated", most.Allocated, some.Allocated, "KB", null),
        ];
    }

    private static async Task<int> IdleRequestsAsync(string connection, int units)
    {
        await MakeAsync(connection, units);
        await using var office = Open(connection, units);
        await office.PlanAsync();
        return office.Requests;
    }

    private static async Task MakeAsync(string connection, int units)
    {
        await using var office = Open(connection, units);
        await Filling.RunAsync(office, Trees.Flat(units), []);
        // The first planning of a day also notes that the days before are settled.
        await office.PlanAsync();
    }

    /// <summary>Runs differ a little; so the same is planned several times, and the highest counts.</summary>
    private static async Task<Peak> HighestPeakAsync(string connection, int units)
    {
        var peaks = new List<Peak>();
        for (var n = 0; n < Repetitions; n++)
        {
            peaks.Add(await PeakAsync(connection, units, Owing));
        }

        return new(peaks.Max(p => p.Live), peaks.Max(p => p.Allocated));
    }

    private static async Task<Peak> PeakAsync(string connection, int units, int owing)
    {
        await using (var filling = Open(connection, units))
        {
            await Filling.OweAsync(filling, Trees.Owed(owing, units));
            await Filling.ForgetPlansAsync(filling);
        }

        await using var office = Open(connection, units);
        return await Peak.OfAsync(async () =>
        {
            var planned = await office.PlanAsync();
            if (planned.Letters != owing)
            {
                throw new InvalidOperationException($"{planned.Letters} letters instead of {owing}.");
            }
        });
    }

    private static Office Open(string connection, int units) => Office.Open(connection, $"u{units}");
}
