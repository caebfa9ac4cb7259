namespace ServerlessParty.Benchmarks;

/// <summary>A month of one store, by counting: what was counted of each kind of work, as often as it comes.</summary>
/// <param name="Cells">Of the store.</param>
internal sealed record Projection(double Cells, IReadOnlyList<ProjectedWork> Works, double BlobGigabytes, double TableGigabytes)
{
    public Usage Total => Works.Aggregate(default(Usage), (sum, work) => sum + work.Month);

    public double Letters => Works.Where(w => w.IsLetter).Sum(w => w.Times);

    /// <summary>What a month costs, line by line, after a year of service.</summary>
    public IReadOnlyList<ProjectedCost> Costs =>
    [
        new("Memory while something runs", Total.Seconds * Prices.InstanceGigabytes, "GB-s", Prices.GigabyteSecond, Prices.FreeGigabyteSeconds),
        new("Executions", Total.Executions, "", Prices.MillionExecutions / 1e6, Prices.FreeExecutions),
        new("Requests to tables", Total.Tables, "", Prices.MillionTableRequests / 1e6, 0),
        new("Writes of blobs", Total.BlobWrites, "", Prices.MillionBlobWrites / 1e6, 0),
        new("Reads of blobs", Total.BlobReads, "", Prices.MillionBlobReads / 1e6, 0),
        new("Documents of a year", BlobGigabytes, "GB", Prices.GigabyteOfBlobs, 0),
        new("Tables of a year", TableGigabytes, "GB", Prices.GigabyteOfTables, 0),
    ];

    /// <param name="timers">What a run of each timer with nothing to do asks, and how many a month has.</param>
    /// <param name="post">What a carrier's post of <see cref="Nation.EventsPerPost"/> events asks.</param>
    public static Projection Of(double cells, CountedMonth counted, IEnumerable<(Usage Run, double Times)> timers, Usage post)
    {
        var papers = cells * Nation.PapersPerCellAndMonth;
        var handIns = papers * Nation.HandInsPerPaper;
        var reminders = cells * Nation.RemindersPerCellAndMonth;
        var letters = reminders * counted.Letters / counted.Lines;
        var runs = timers.ToList();
        return new(
            cells,
            [
                new("Timers with nothing to do, each in a new process", runs.Sum(r => r.Times), runs.Aggregate(default(Usage), (sum, r) => sum + (r.Run * r.Times))),
                new("Nightly checks", Nation.DaysPerMonth, counted.House * (Nation.DaysPerMonth * cells / counted.Cells)),
                ProjectedWork.Of("Papers that open", papers, counted.Opening, counted.Papers),
                ProjectedWork.Of("Reminders planned", reminders, counted.Planning, counted.Lines),
                ProjectedWork.Of("Letters sent", letters, counted.Sending, counted.Letters) with { IsLetter = true },
                ProjectedWork.Of("Papers handed in, with page and receipt", handIns, counted.HandIn, 1) with { IsLetter = true },
                ProjectedWork.Of("Papers reviewed", handIns, counted.Review, 1),
                ProjectedWork.Of("Delivery events", letters + handIns, post, Nation.EventsPerPost),
                ProjectedWork.Of("Boards looked at", BoardViews, counted.Board, 1),
            ],
            papers * 12 * Nation.HandInsPerPaper * Nation.MegabytesPerMinutes / 1024,
            papers * 12 * counted.Bytes / Math.Pow(1024, 3));
    }

    private static double BoardViews =>
        Nation.BoardViewsPerProvince + ((double)Nation.Communes / Nation.Provinces * Nation.BoardViewsPerCommune);
}

/// <summary>One kind of work in a month.</summary>
internal sealed record ProjectedWork(string What, double Times, Usage Month, bool IsLetter = false)
{
    /// <param name="counted">What <paramref name="of"/> of them asked.</param>
    public static ProjectedWork Of(string what, double times, Usage counted, double of) => new(what, times, counted * (times / of));
}

/// <summary>One line of what a month costs, in USD.</summary>
internal sealed record ProjectedCost(string What, double Amount, string Unit, double Price, double Free)
{
    public double Cost => Math.Max(0, Amount - Free) * Price;

    /// <summary>Had nothing been free.</summary>
    public double Full => Amount * Price;
}
