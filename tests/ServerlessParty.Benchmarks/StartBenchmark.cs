using ServerlessParty.Organizations;

namespace ServerlessParty.Benchmarks;

/// <summary>From a process that does not exist to a secretary's page, as a handler of the Functions host; and the memory it then rests at.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 15;
    private const string Prefix = "start";

    private static readonly Dictionary<string, string> None = [];

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        var apps = await PublishedApps.MakeAsync();
        try
        {
            var page = await LinkAsync(connection);
            Dictionary<string, string> settings = new()
            {
                ["Storage__ConnectionString"] = connection,
                ["Storage__Prefix"] = Prefix,
                ["Web__PublicUrl"] = "http://127.0.0.1",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            };
            return Figures(await MeasureAsync(apps, page, settings));
        }
        finally
        {
            apps.Remove();
        }
    }

    /// <summary>A secretary's link over a store that is there already, as on every start but the first.</summary>
    private static async Task<string> LinkAsync(string connection)
    {
        await using var office = Office.Open(connection, Prefix);
        var unit = Trees.Flat(3)[^1];
        await office.Get<IOrganizations>().SaveAllAsync(Trees.Flat(3), "bench", default);
        var due = office.Calendar.Today.AddDays(30);
        return (await office.Get<IUnitLinks>().CreateAsync(unit.Id, unit.LinkEpoch, due, default)).PathAndQuery;
    }

    private static async Task<(List<ColdStart> Ours, List<ColdStart> Same, List<ColdStart> Default)> MeasureAsync(
        PublishedApps apps, string page, Dictionary<string, string> settings)
    {
        List<ColdStart> ours = [], same = [], plain = [];
        for (var round = 0; round <= Rounds; round++)
        {
            ours.Add(await ColdStart.OfAsync(Path.Combine(apps.Product, "ServerlessParty"), page, settings));
            same.Add(await ColdStart.OfAsync(Path.Combine(apps.EmptySameWay, "Empty"), "/", None));
            plain.Add(await ColdStart.OfAsync(Path.Combine(apps.EmptyDefault, "Empty"), "/", None));
        }

        // The first round warms the disk's cache.
        return (ours[1..], same[1..], plain[1..]);
    }

    private static IReadOnlyList<Figure> Figures((List<ColdStart> Ours, List<ColdStart> Same, List<ColdStart> Default) m)
    {
        var (ready, page, memory) = (Median(m.Ours, s => s.Ready.TotalMilliseconds), Median(m.Ours, s => s.Page.TotalMilliseconds), Median(m.Ours, s => s.RestingMegabytes));
        return
        [
            Figure.Of("Cold start to a secretary's page, against an empty app published by default", page, Median(m.Default, s => s.Page.TotalMilliseconds), "ms", 2),
            Figure.Of("Cold start to a secretary's page, against an empty app published in our way", page, Median(m.Same, s => s.Page.TotalMilliseconds), "ms", null),
            Figure.Of("… of it to the first answer of any kind, against the same of an empty app published in our way", ready, Median(m.Same, s => s.Ready.TotalMilliseconds), "ms", null),
            Figure.Of("Memory at rest, against an empty app published by default", memory, Median(m.Default, s => s.RestingMegabytes), "MB", 1.6),
            Figure.Of("Memory at rest, against an empty app published in our way", memory, Median(m.Same, s => s.RestingMegabytes), "MB", null),
        ];
    }

    private static double Median(IEnumerable<ColdStart> starts, Func<ColdStart, double> of) =>
        starts.Select(of).Order().ElementAt(Rounds / 2);
}
