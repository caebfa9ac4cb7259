using System.Globalization;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Benchmarks;

/// <summary>A year of minutes of a province's cells: the first page of a search, beside one raw page read in each partition it must touch.</summary>
internal static class SearchBenchmark
{
    private const int Cells = 3_795;
    private const int Months = 12;
    private const int Rounds = 9;
    private const int PageLength = 50;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        await using var office = Office.Open(connection, "search");
        await FillAsync(office);
        var what = $"Searching {Cells * Months:N0} minutes";
        return
        [
            await OfAsync(office, $"{what}: two words that stand in all, one partition", "bien ban", partitions: 1, found: PageLength),
            await OfAsync(office, $"{what}: a word that stands in one a month, twelve partitions", "hiem", partitions: Months, found: Months),
            await OfAsync(office, $"{what}: with a word that stands in all", "hiem bien", partitions: Months, found: Months),
            await OfAsync(office, $"{what}: a word that stands in none, twelve partitions", "vang", partitions: Months, found: 0),
        ];
    }

    private static async Task FillAsync(Office office)
    {
        var table = await office.Store.Minutes;
        for (var month = 1; month <= Months; month++)
        {
            var period = Period.Month(2026, month);
            var rows = Enumerable.Range(0, Cells).SelectMany(n => RowsOf(n, period)).Append(MinutesItemRow.Known(period));
            await Batches.SubmitAsync(
                table, rows.Select(r => new TableTransactionAction(TableTransactionActionType.UpsertReplace, r)), default);
        }
    }

    private static IEnumerable<TableEntity> RowsOf(int number, Period period)
    {
        var id = new MinutesId(
            new(OrganizationId.Parse(string.Create(CultureInfo.InvariantCulture, $"bench-{number:D6}")), ObligationKind.RegularMinutes, period), 1);
        var minutes = new MeetingMinutes(
            id, null, new string('0', 64), 100_000, DocumentType.Pdf, "Biên bản sinh hoạt chi bộ.pdf", MinutesState.Received,
            DateTimeOffset.UnixEpoch, "unit", MinutesChannel.Web);
        string[] words = ["bien", "ban", .. number == Cells / 2 ? ["hiem"] : Array.Empty<string>()];
        return words.Select(w => MinutesItemRow.Word(id, w)).Append(MinutesItemRow.Item(minutes));
    }

    private static async Task<Figure> OfAsync(Office office, string what, string query, int partitions, int found)
    {
        List<double> ours = [], raw = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var reading = await Timing.TakeAsync(() => RawAsync(office, partitions));
            var searching = await Timing.TakeAsync(async () =>
            {
                var page = await office.Get<FindMinutes>().RunAsync(null, query, null, null, null, PageLength, default);
                if (page.Items.Count != found)
                {
                    throw new InvalidOperationException($"'{query}' found {page.Items.Count}, not {found}.");
                }
            });
            if (round > 0)
            {
                (ours, raw) = ([.. ours, searching], [.. raw, reading]);
            }
        }

        return Figure.Of(what, Timing.MedianOf(ours), Timing.MedianOf(raw), "ms", 2.0);
    }

    private static async Task RawAsync(Office office, int partitions)
    {
        var table = await office.Store.Minutes;
        for (var month = Months; month > Months - partitions; month--)
        {
            var period = Period.Month(2026, month).Value;
            var pages = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {period}"), 1_000).AsPages();
            await foreach (var page in pages)
            {
                _ = page;
                break;
            }
        }
    }
}
