using System.Globalization;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Benchmarks;

/// <summary>The work of a month done once in the sample province, and counted: the papers open, letters planned and sent, minutes handed in and reviewed, boards looked at.</summary>
/// <param name="Cells">That owe minutes.</param>
/// <param name="Papers">Which they owe then: of the month, and of the quarter.</param>
/// <param name="Lines">Reminders planned on the day of the first step.</param>
/// <param name="Letters">These became.</param>
/// <param name="HandIn">A secretary's link, page, upload and the page again, with the receipt's letter.</param>
/// <param name="House">A nightly run over the store.</param>
/// <param name="Bytes">What the month left in tables, for a cell.</param>
internal sealed record CountedMonth(
    int Cells, int Papers, int Lines, int Letters, Usage Opening, Usage Planning, Usage Sending, Usage HandIn, Usage Review, Usage Board, Usage House, double Bytes)
{
    private const int Samples = 60;
    private const string Prefix = "month";
    private const string Period = "2026-11";

    private static readonly DateTimeOffset Friday = DateTimeOffset.Parse("2026-11-27T02:00:00Z", CultureInfo.InvariantCulture);
    private static readonly DateTimeOffset FirstStep = DateTimeOffset.Parse("2026-11-30T02:00:00Z", CultureInfo.InvariantCulture);

    public static async Task<CountedMonth> RunAsync(string connection)
    {
        var clock = new MovingClock();
        clock.SetTo(Friday);
        await using var office = Office.Open(
            connection, Prefix, "Development", clock: clock,
            settings: [$"--Minutes:FirstPeriod={Period}", "--Web:PublicUrl=http://127.0.0.1"]);
        await ImportBenchmark.ImportAsync(office);
        await office.ArmAsync();
        var empty = await StoreSize.OfAsync(office.Store);
        var opening = await RunAsync(office, nameof(OpenPeriods));
        var due = await Rows.OfAsync(await office.Store.Due);
        var cells = due.DistinctBy(row => row.GetString("Id")).Count();
        clock.SetTo(FirstStep);
        var planning = await RunAsync(office, nameof(PlanReminders));
        var lines = (await Rows.OfAsync(await office.Store.Reminders)).Count;
        var letters = 0;
        var sending = await Usage.OfAsync(office, 1, async () => letters = (await office.SendAsync()).HandedOver);
        var sent = await StoreSize.OfAsync(office.Store);
        using var client = await office.ServeAsync();
        var (handIn, review) = await HandInAsync(office, client);
        var filed = await StoreSize.OfAsync(office.Store);
        var board = await Usage.OfAsync(office, Samples, () => ShowAsync(client));
        var house = await RunAsync(office, nameof(KeepHouse));
        var bytes = ((sent - empty) / (double)cells) + ((filed - sent) / (double)Samples);
        return new(cells, due.Count, lines, letters, opening, planning, sending, handIn, review, board * (1.0 / Samples), house, bytes);
    }

    private static Task<Usage> RunAsync(Office office, string function) =>
        Usage.OfAsync(office, 1, () => office.Get<RunFunction>().RunAsync(function, asOf: null, default));

    private static async Task<(Usage HandIn, Usage Review)> HandInAsync(Office office, HttpClient client)
    {
        var units = (await Rows.OfAsync(await office.Store.Due))
            .Select(row => OrganizationId.Parse(row.GetString("Id")!)).Distinct().Take(Samples).ToList();
        Usage handIn = default, review = default;
        foreach (var (number, unit) in units.Index())
        {
            var link = await office.Get<IUnitLinks>().CreateAsync(unit, 0, office.Calendar.Today.AddDays(30), default);
            handIn += await Usage.OfAsync(office, Visit.RequestsPerHandIn, () => Visit.HandInAsync(client, link, unit, Period, number));
            review += await Usage.OfAsync(office, 1, () => Visit.AcceptAsync(client, unit, Period));
        }

        return (handIn * (1.0 / Samples), review * (1.0 / Samples));
    }

    private static async Task ShowAsync(HttpClient client)
    {
        for (var view = 0; view < Samples; view++)
        {
            await Visit.ShowAsync(client, new Uri("/", UriKind.Relative));
        }
    }
}
