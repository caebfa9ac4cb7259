using ServerlessParty.Hosting.Timers;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Benchmarks;

/// <summary>From a process that does not exist to a secretary's page, as a handler of the Functions host; and the memory it then rests at.</summary>
/// <param name="composite">Published as <c>infra/deploy</c> publishes it, with the runtime compiled in.</param>
internal sealed class StartBenchmark(bool composite)
{
    private const int Rounds = 11;
    private const int ClockedRounds = 5;
    private const string Prefix = "start";

    private static readonly Dictionary<string, string> None = [];

    private readonly string _way = composite ? " (composite)" : "";

    public async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        var apps = await PublishedApps.MakeAsync(composite);
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
            return [.. Starts(await MeasureAsync(apps, page, settings)), .. Phases(await ClockAsync(apps, page, settings))];
        }
        finally
        {
            apps.Remove();
        }
    }

    /// <summary>A secretary's link over a store that is there already, as on every start but the first.</summary>
    private static async Task<string> LinkAsync(string connection)
    {
        await using var office = Office.Open(connection, Prefix, clock: TimeProvider.System);
        var unit = Trees.Flat(3)[^1];
        await office.Get<IOrganizations>().SaveAllAsync(Trees.Flat(3), "bench", default);
        await office.Get<RunFunction>().RunAsync(nameof(OpenPeriods), asOf: null, default);
        var due = office.Calendar.Today.AddDays(30);
        return (await office.Get<IUnitLinks>().CreateAsync(unit.Id, unit.LinkEpoch, due, default)).PathAndQuery;
    }

    private static async Task<(List<ColdStart> Ours, List<ColdStart> Same, List<ColdStart> Default)> MeasureAsync(
        PublishedApps apps, string page, Dictionary<string, string> settings)
    {
        List<ColdStart> ours = [], same = [], plain = [];
        for (var round = 0; round <= Rounds; round++)
        {
            ours.Add(await ColdStart.OfAsync(apps.ProductFile, page, settings));
            same.Add(await ColdStart.OfAsync(apps.EmptySameWayFile, "/", None));
            plain.Add(await ColdStart.OfAsync(apps.EmptyDefaultFile, "/", None));
        }

        // The first round warms the disk's cache.
        return (ours[1..], same[1..], plain[1..]);
    }

    private static async Task<(List<StartPhases> Ours, List<StartPhases> Same)> ClockAsync(
        PublishedApps apps, string page, Dictionary<string, string> settings)
    {
        List<StartPhases> ours = [], same = [];
        for (var round = 0; round < ClockedRounds; round++)
        {
            ours.Add(await StartPhases.OfAsync(apps.ProductFile, page, settings));
            same.Add(await StartPhases.OfAsync(apps.EmptySameWayFile, "/", None));
        }

        return (ours, same);
    }

    private IEnumerable<Figure> Starts((List<ColdStart> Ours, List<ColdStart> Same, List<ColdStart> Default) m)
    {
        const string Start = "Cold start to a secretary's page";
        const string Memory = "Memory at rest";
        return
        [
            Of($"{Start}, against an empty app published by default", m.Ours, m.Default, s => s.Page.TotalMilliseconds, "ms", 2),
            Of($"{Start}, against an empty app published in the same way", m.Ours, m.Same, s => s.Page.TotalMilliseconds, "ms", null),
            Of($"{Memory}, against an empty app published by default", m.Ours, m.Default, s => s.RestingMegabytes, "MB", 1.6),
            Of($"{Memory}, against an empty app published in the same way", m.Ours, m.Same, s => s.RestingMegabytes, "MB", null),
            Of("… of it no pages of files, against an empty app published by default", m.Ours, m.Default, s => s.OwnMegabytes, "MB", null),
        ];
    }

    private IEnumerable<Figure> Phases((List<StartPhases> Ours, List<StartPhases> Same) m) =>
    [
        Of("… of a start: from the process to Main", m.Ours, m.Same, s => s.Runtime, "ms", null),
        Of("… of a start: settings and services", m.Ours, m.Same, s => s.Services, "ms", null),
        Of("… of a start: from there to the first answer of any kind", m.Ours, m.Same, s => s.Listening, "ms", null),
        Of("… of a start: the page waiting for storage, against the whole of its way", m.Ours, s => s.Waiting, s => s.Waiting + s.Rest),
        Of("… of a start: the page's own code, against the whole of its way", m.Ours, s => s.Rest, s => s.Waiting + s.Rest),
    ];

    private Figure Of<T>(string what, List<T> ours, List<T> against, Func<T, double> of, string unit, double? goal) =>
        Figure.Of(what + _way, Timing.MedianOf(ours.Select(of)), Timing.MedianOf(against.Select(of)), unit, goal);

    private Figure Of(string what, List<StartPhases> ours, Func<StartPhases, double> part, Func<StartPhases, double> whole) =>
        Figure.Of(what + _way, Timing.MedianOf(ours.Select(part)), Timing.MedianOf(ours.Select(whole)), "ms", null);
}
