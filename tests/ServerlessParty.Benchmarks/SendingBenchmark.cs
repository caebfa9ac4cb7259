using System.Globalization;
using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Storage;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Benchmarks;

/// <summary>The letters of a whole province's day, handed to a carrier that takes 100 a call.</summary>
internal static class SendingBenchmark
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        const string Prefix = "sending";
        await using (var filling = Office.Open(connection, Prefix))
        {
            await FillAsync(filling);
        }

        await using var office = Office.Open(connection, Prefix);
        var sent = (await office.SendAsync()).HandedOver;
        var requests = office.Requests;
        var fewest = await FewestAsync(office);
        var perLetter = (requests - fewest) / (double)sent;
        var what = $"Sending {sent:N0} letters";
        return
        [
            Figure.Of($"{what}: requests", requests, fewest, "requests", null),
            new(
                $"{what}: requests beyond the fewest, per letter", $"{requests - fewest} requests", "0 requests",
                perLetter.ToString("F3", CultureInfo.InvariantCulture), "0.00", perLetter < 0.005),
        ];
    }

    /// <summary>A province in which every cell owes a rating, and the letters of the day are planned.</summary>
    public static async Task FillAsync(Office office)
    {
        await ImportBenchmark.ImportAsync(office);
        var owed = new List<Obligation>();
        await foreach (var unit in office.Get<IOrganizations>().SubtreeAsync(null, default))
        {
            if (Trees.IsCell(unit))
            {
                owed.Add(Trees.Rating(unit.Id));
            }
        }

        await office.Get<IObligations>().OpenAsync(owed, AuditNote.System, default);
        await office.ArmAsync();
        // As every five minutes in sending hours: a run settles what earlier days left before there is anything to send.
        await office.SendAsync();
        await office.PlanAsync();
    }

    private static async Task<int> FewestAsync(Office office)
    {
        var buckets = await office.Store.BucketsAsync(default);
        var letters = new List<LetterWithItems>();
        await foreach (var letter in office.Get<ILetters>().RemindersOfDayAsync(office.Calendar.Today, default))
        {
            letters.Add(letter);
        }

        var calls = letters.GroupBy(l => l.Letter.Id.Bucket).SelectMany(b => b.Chunk(Rows.PerTransaction)).ToList();
        var obligations = letters.SelectMany(l => l.Keys()).Select(k => k.Obligation).Distinct().ToList();
        return Rows.Pages(await Rows.OfAsync(await office.Store.Letters), buckets)
            + await ContactPagesAsync(office.Store, obligations)
            + obligations.Count
            + calls.Sum(c => 2 + c.SelectMany(l => l.Keys()).DistinctBy(k => ReminderRow.Partition(k, buckets)).Count());
    }

    private static async Task<int> ContactPagesAsync(Store store, List<ObligationKey> obligations)
    {
        var (first, last) = (obligations.Min(o => o.Organization).Key, obligations.Max(o => o.Organization).Key);
        var range = TableClient.CreateQueryFilter(
            $"PartitionKey eq {OrganizationProjection.ById} and RowKey ge {first} and RowKey le {last}");
        return Rows.Pages((await Rows.OfAsync(await store.Organizations, range)).Count);
    }
}
