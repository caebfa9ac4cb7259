namespace ServerlessParty.Benchmarks;

/// <summary>The planner in small and large trees: with nothing due, and with the same number of obligations due.</summary>
internal static class SizeBenchmark
{
    private const int Few = 100;
    private const int Some = 1_000;
    private const int Many = 20_000;
    private const int Owing = 500;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        await MakeAsync(connection, Few);
        await MakeAsync(connection, Some);
        await MakeAsync(connection, Many);
        var (few, many) = (await IdleRequestsAsync(connection, Few), await IdleRequestsAsync(connection, Many));
        await PeakAsync(connection, Few, Few / 2);
        var (some, most) = (await PeakAsync(connection, Some, Owing), await PeakAsync(connection, Many, Owing));
        var memory = $"Planning {Owing} due among {Many:N0} units, against {Some:N0}";
        return
        [
            Figure.Of($"Planning with nothing due in {Many:N0} units, against {Few:N0}", many, few, "requests", 1.0),
            Figure.Of($"{memory}: highest live heap", most.Live, some.Live, "KB", 1.25),
            Figure.Of($"{memory}: allocated", most.Allocated, some.Allocated, "KB", null),
        ];
    }

    private static string Prefix(int units) => $"size{units}";

    private static async Task MakeAsync(string connection, int units)
    {
        await using var office = Office.Open(connection, Prefix(units));
        await Filling.RunAsync(office, Trees.Flat(units), []);
        // The first planning of a day also notes that the days before are settled.
        await office.PlanAsync();
    }

    private static async Task<int> IdleRequestsAsync(string connection, int units)
    {
        await using var office = Office.Open(connection, Prefix(units));
        await office.PlanAsync();
        return office.Requests;
    }

    private static async Task<Peak> PeakAsync(string connection, int units, int owing)
    {
        await using (var filling = Office.Open(connection, Prefix(units)))
        {
            await Filling.OweAsync(filling, Trees.Owed(owing, units));
        }

        await using var office = Office.Open(connection, Prefix(units));
        return await Peak.OfAsync(async () =>
        {
            var planned = await office.PlanAsync();
            if (planned.Letters != owing)
            {
                throw new InvalidOperationException($"{planned.Letters} letters instead of {owing}.");
            }
        });
    }
}
