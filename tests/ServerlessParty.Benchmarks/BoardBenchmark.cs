namespace ServerlessParty.Benchmarks;

/// <summary>The board of a province in which every cell owes a rating, as a page over HTTP, beside one raw scan of the lines it counts.</summary>
internal static class BoardBenchmark
{
    private const int Rounds = 41;
    private const int WarmingRounds = 5;
    private const string Prefix = "board";

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        var lines = await FillAsync(connection);
        await using var office = Office.Open(connection, Prefix, "Development");
        using var client = await office.ServeAsync();
        var first = await RequestsAsync(office, client);
        var later = await RequestsAsync(office, client);
        var (ours, raw) = await MeasureAsync(office, client, lines);
        var pages = Rows.Pages(lines);
        return
        [
            Figure.Of($"The board of {lines:N0} cells, 95th percentile, against one scan of {pages} pages", Timing.P95Of(ours), Timing.P95Of(raw), "ms", 1.5),
            Figure.Of("… the same at the median", Timing.MedianOf(ours), Timing.MedianOf(raw), "ms", null),
            Figure.Of("… requests of the first view in a process, against that scan's", first, pages, "requests", null),
            Figure.Of("… requests of a later view", later, pages, "requests", null),
        ];
    }

    /// <returns>How many lines of due papers there are.</returns>
    private static async Task<int> FillAsync(string connection)
    {
        var units = await Trees.SampleAsync();
        await using var filling = Office.Open(connection, Prefix);
        await Filling.RunAsync(filling, units, units.Where(Trees.IsCell).Select(u => Trees.Rating(u.Id).ToDue()));
        return (await Rows.OfAsync(await filling.Store.Due)).Count;
    }

    private static async Task<int> RequestsAsync(Office office, HttpClient client)
    {
        var before = office.Requests;
        await ShowAsync(client);
        return office.Requests - before;
    }

    private static async Task<(IEnumerable<double> Ours, IEnumerable<double> Raw)> MeasureAsync(Office office, HttpClient client, int lines)
    {
        List<double> ours = [], raw = [];
        var due = await office.Store.Due;
        for (var round = 0; round < WarmingRounds + Rounds; round++)
        {
            raw.Add(await Timing.TakeAsync(() => ScanAsync(due, lines)));
            ours.Add(await Timing.TakeAsync(() => ShowAsync(client)));
        }

        return (ours.Skip(WarmingRounds), raw.Skip(WarmingRounds));
    }

    private static async Task ShowAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        if (!(await answer.Content.ReadAsStringAsync()).Contains("3.795", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The board does not count what is owed.");
        }
    }

    private static async Task ScanAsync(TableClient due, int lines)
    {
        if ((await Rows.OfAsync(due)).Count != lines)
        {
            throw new InvalidOperationException("The scan did not see every line.");
        }
    }
}
