using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Mail;
using ServerlessParty.Storage;

namespace ServerlessParty.Benchmarks;

/// <summary>What a carrier tells of a big day's letters, over HTTP into the tables.</summary>
internal static class EventsBenchmark
{
    private const int Letters = 10_000;
    private const int EventsPerPost = 1_000;
    private const int PostsAtOnce = 4;
    private const int Rounds = 3;
    private const string Code = "code-of-the-benchmark";
    private const string Timestamp = "1795485600";

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
            Figure.Of($"{what}: time", Median(rounds.Select(r => r.Ours)), Median(rounds.Select(r => r.Raw)), "ms", 1.43),
            Figure.Of($"{what}, of any letters of the day: time", shuffled.Ours, shuffled.Raw, "ms", null),
        ];
    }

    /// <summary>In a store of its own: the emulator reads a whole table for each query.</summary>
    private static async Task<(double Ours, double Raw)> RoundAsync(
        string connection, string prefix, Func<IEnumerable<Letter>, IEnumerable<Letter[]>> posted)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await using var office = Office.Open(
            connection, prefix, settings:
            [
                $"--Hooks:Code={Code}",
                $"--Mail:SendGrid:EventPublicKey={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}",
            ]);
        using var client = await office.ServeAsync();
        var posts = posted(await FillAsync(office)).Select(part => Post(part, key)).ToList();
        var ours = await TimeAsync(() => PostAllAsync(client, posts));
        var rows = (await Rows.OfAsync(await office.Store.Letters)).Where(LetterIsIn("Delivered")).ToList();
        if (rows.Count != Letters)
        {
            throw new InvalidOperationException($"Only {rows.Count} letters are delivered.");
        }

        // The very same rows again: what lies beside them makes a difference to the emulator.
        var raw = await TimeAsync(async () => await Batches.SubmitAsync(await office.Store.Letters, rows.Select(Merge), default));
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

    private static async Task<IReadOnlyList<Letter>> FillAsync(Office office)
    {
        var day = office.Calendar.Today;
        var letters = office.Get<ILetters>();
        await letters.PlanAsync(
            day,
            Enumerable.Range(0, Letters).ToDictionary(n => $"p{n}@example.org", n => (IReadOnlyList<string>)["cell|rating|2026|20261204|-14"]),
            [],
            default);
        List<Letter> planned = [];
        await foreach (var letter in letters.OfDayAsync(day, default))
        {
            planned.Add(letter.Letter with { State = LetterState.HandedOver, Attempts = 1, ProviderId = "abc", Subject = "Nhắc nộp: 1 việc sắp đến hạn" });
        }

        return await letters.AdvanceAsync(planned, default);
    }

    private static (byte[] Body, string Signature) Post(Letter[] letters, ECDsa key)
    {
        var body = Encoding.UTF8.GetBytes($"[{string.Join(",\r\n", letters.Select(Event))}]\r\n");
        byte[] signed = [.. Encoding.UTF8.GetBytes(Timestamp), .. body];
        return (body, Convert.ToBase64String(key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
    }

    private static string Event(Letter letter) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"email":"{{letter.To}}","timestamp":1795485600,"smtp-id":"<abc@geopod>","event":"delivered","category":["reminder"],"sg_event_id":"{{Guid.NewGuid():N}}","sg_message_id":"abc.filterdrecv-1","response":"250 2.0.0 OK","letter":"{{letter.Id}}.1"}
        """);

    private static Task PostAllAsync(HttpClient client, List<(byte[] Body, string Signature)> posts) => Parallel.ForEachAsync(
        posts, new ParallelOptions { MaxDegreeOfParallelism = PostsAtOnce }, async (post, token) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/mail/events?code={Code}")
            {
                Content = new ByteArrayContent(post.Body),
                Headers = { { HookSignature.SignatureHeader, post.Signature }, { HookSignature.TimestampHeader, Timestamp } },
            };
            using var answer = await client.SendAsync(request, token);
            answer.EnsureSuccessStatusCode();
        });

    private static Func<TableEntity, bool> LetterIsIn(string state) => row => row.GetString("State") == state;

    private static TableTransactionAction Merge(TableEntity row) => new(TableTransactionActionType.UpdateMerge, row, Azure.ETag.All);

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var began = TimeProvider.System.GetTimestamp();
        await act();
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Rounds / 2);
}
