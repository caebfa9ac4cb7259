using System.Security.Cryptography;
using ServerlessParty.Mail;
using ServerlessParty.Storage;

namespace ServerlessParty.Benchmarks;

/// <summary>What a carrier tells of a big day's letters, over HTTP into the tables.</summary>
internal static class EventsBenchmark
{
    private const int Letters = 10_000;
    private const int EventsPerPost = 1_000;
    private const int PostsAtOnce = 4;
    private const int Rounds = 2;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        var rounds = new List<(double Ours, double Raw)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await RoundAsync(connection, $"events{round}", InOrder));
        }

        var shuffled = await RoundAsync(connection, "shuffled", Shuffled);
        var what = $"{Letters:N0} delivery events in posts of {EventsPerPost:N0}";
        return
        [
            Figure.Of($"{what}: time", Timing.MedianOf(rounds.Select(r => r.Ours)), Timing.MedianOf(rounds.Select(r => r.Raw)), "ms", 1.43),
            Figure.Of($"{what}, of any letters of the day: time", shuffled.Ours, shuffled.Raw, "ms", null),
        ];
    }

    /// <summary>In a store of its own: the emulator reads a whole table for each query.</summary>
    private static async Task<(double Ours, double Raw)> RoundAsync(
        string connection, string prefix, Func<IEnumerable<Letter>, IEnumerable<Letter[]>> posted)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var office = Office.Open(connection, prefix, settings: EventPost.Settings(key));
        using var client = await office.ServeAsync();
        var posts = posted(await EventPost.FillAsync(office, Letters)).Select(part => EventPost.Of(part, key)).ToList();
        var ours = await Timing.TakeAsync(() => PostAllAsync(client, posts));
        var rows = (await Rows.OfAsync(await office.Store.Letters)).Where(LetterIsIn("Delivered")).ToList();
        if (rows.Count != Letters)
        {
            throw new InvalidOperationException($"Only {rows.Count} letters are delivered.");
        }

        // The very same rows again: what lies beside them makes a difference to the emulator.
        var raw = await Timing.TakeAsync(async () => await Batches.SubmitAsync(await office.Store.Letters, rows.Select(Merge), default));
        return (ours, raw);
    }

    /// <summary>As readers' servers answer for letters that left together.</summary>
    private static IEnumerable<Letter[]> InOrder(IEnumerable<Letter> letters) => letters
        .GroupBy(l => l.Id.Bucket)
        .SelectMany(bucket => bucket.OrderBy(l => l.Id.Address, StringComparer.Ordinal).Index())
        .OrderBy(l => l.Index).Select(l => l.Item)
        .Chunk(EventsPerPost).Select(Shuffle);

    private static IEnumerable<Letter[]> Shuffled(IEnumerable<Letter> letters) => Shuffle([.. letters]).Chunk(EventsPerPost);

    private static Letter[] Shuffle(Letter[] letters)
    {
        new Random(7).Shuffle(letters);
        return letters;
    }

    private static Task PostAllAsync(HttpClient client, List<EventPost> posts) => Parallel.ForEachAsync(
        posts, new ParallelOptions { MaxDegreeOfParallelism = PostsAtOnce }, (post, token) => EventPost.SendAsync(client, post, token));

    private static Func<TableEntity, bool> LetterIsIn(string state) => row => row.GetString("State") == state;

    private static TableTransactionAction Merge(TableEntity row) => new(TableTransactionActionType.UpdateMerge, row, Azure.ETag.All);
}
