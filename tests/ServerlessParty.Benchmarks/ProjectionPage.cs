using System.Globalization;
using System.Text;

namespace ServerlessParty.Benchmarks;

/// <summary>The projection as Markdown.</summary>
internal static class ProjectionPage
{
    public static string Of(Projection province, CountedMonth counted)
    {
        var text = new StringBuilder();
        text.AppendLine(Head(province, counted));
        Works(text, province);
        Costs(text, province);
        text.AppendLine(Days(province, counted));
        text.AppendLine(Supposed);
        return text.ToString();
    }

    private static string Head(Projection province, CountedMonth counted) => Invariant($"""
        # The whole country on Azure

        Written by `dotnet run -c Release --project tests/ServerlessParty.Benchmarks -- projection` on {Today:yyyy-MM-dd}: each kind of
        work was done once in the sample province ({counted.Cells:N0} cells that owe minutes), its requests counted, and multiplied by how
        often a month has it. {Nation.Members:N0} members, {Nation.Cells:N0} cells, {Nation.Provinces} provinces with a store each:
        {province.Cells:N0} cells in a province on average. No Azure was at hand: what a bill says is not known.

        **A province: {Dollars(province.Costs.Sum(c => c.Cost))} a month. The country: {Dollars(Nation.Provinces * province.Costs.Sum(c => c.Cost))}
        with a subscription for each province, {Dollars(Nation.Provinces * province.Costs.Sum(c => c.Full))} had nothing been free.** Not in it: telemetry and
        alerts ([infra/README.md](../../infra/README.md)), and the carrier of {province.Letters:N0} letters a province and {province.Letters * Nation.Provinces:N0} in all.

        """);

    private static void Works(StringBuilder text, Projection province)
    {
        text.AppendLine("## A month of one province").AppendLine();
        text.AppendLine("| Work | Times | Executions | Seconds charged | Requests to tables | Writes of blobs | Reads of blobs |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var work in province.Works)
        {
            text.AppendLine(Invariant($"| {work.What} | {work.Times:N0} | {Cells(work.Month)} |"));
        }

        text.AppendLine(Invariant($"| **All** | | {Cells(province.Total)} |"));
        text.AppendLine(Invariant($"| **The country** | | {Cells(province.Total * Nation.Provinces)} |")).AppendLine();
    }

    private static void Costs(StringBuilder text, Projection province)
    {
        text.AppendLine("## What it costs").AppendLine();
        text.AppendLine("| USD a month | Amount, a province | Price | Free, a subscription | A province | The country |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var line in province.Costs)
        {
            text.AppendLine(Invariant(
                $"| {line.What} | {line.Amount:N0} {line.Unit} | {line.Price:0.#########} | {line.Free:N0} | {line.Cost:N2} | {line.Cost * Nation.Provinces:N2} |"));
        }

        var sum = province.Costs.Sum(c => c.Cost);
        text.AppendLine(Invariant($"| **All** | | | | **{sum:N2}** | **{sum * Nation.Provinces:N2}** |")).AppendLine();
    }

    private static string Days(Projection province, CountedMonth counted)
    {
        var planning = counted.Planning.Seconds * province.Cells / counted.Lines;
        var sending = counted.Sending.Seconds * province.Cells / counted.Lines;
        return Invariant($"""
            ## A day

            On the day on which every cell of a province is reminded, planning takes {planning:N0} s and sending {sending:N0} s, without what a carrier takes to
            answer; a run may take eight minutes, and what it leaves the next takes up five minutes or an hour later. On other days a run has a part of that.
            Provinces do not wait for each other: each has its own app and its own storage.

            """);
    }

    private static string Supposed { get; } = Invariant($"""
        ## What was supposed

        Numbers nobody counted stand in `Nation.cs`, prices in `Prices.cs`; both are of {Prices.Read}.

        - A cell: {Nation.MinutesPerCellAndYear} minutes and {Nation.RatingsPerCellAndYear} rating a year; {Nation.RemindersPerMinutes} reminders for minutes and {Nation.RemindersPerRating} for a rating until they are there; handed in
          {Nation.HandInsPerPaper} times each, {Nation.MegabytesPerMinutes} MB and {Nation.WordsPerMinutes} different words; a visit is {Visit.RequestsPerHandIn} requests: the link, the page, style and script, the upload, the receipt.
        - Boards: {Nation.BoardViewsPerCommune} views a month from each of {Nation.Communes:N0} communes, {Nation.BoardViewsPerProvince} from each province. Posts of a carrier hold {Nation.EventsPerPost} events.
        - Seconds: {Nation.SlowerThanHere} times what was measured here, for slower processors and storage that is farther away, and at least {Prices.LeastSeconds} s for
          each execution, as if no two ever ran at once; {Prices.InstanceGigabytes} GB. Every timer run is supposed to meet a new process, which asks more than one that stayed.
        - Prices: list prices of Azure as published in 2025 and 2026, of Flex Consumption on demand, hot and locally redundant storage.
          Those of requests to blobs, and the second, are from memory. A region may differ: look them up again. Storage is that of one year; each further year adds as much.
        """);

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);

    private static string Cells(Usage u) =>
        Invariant($"{u.Executions:N0} | {u.Seconds:N0} | {u.Tables:N0} | {u.BlobWrites:N0} | {u.BlobReads:N0}");

    private static string Dollars(double amount) => Invariant($"{amount:N0} USD");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
