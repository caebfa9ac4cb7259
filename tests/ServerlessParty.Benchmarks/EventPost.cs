using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Mail;

namespace ServerlessParty.Benchmarks;

/// <summary>Delivered events of letters, as SendGrid posts them.</summary>
internal sealed record EventPost(byte[] Body, string Signature)
{
    private const string Code = "code-of-the-benchmark";
    private const string Timestamp = "1795485600";

    /// <summary>With which the product takes posts signed by <paramref name="key"/>.</summary>
    public static string[] Settings(ECDsa key) =>
    [
        $"--Hooks:Code={Code}",
        $"--Mail:SendGrid:EventPublicKey={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}",
    ];

    /// <summary>Letters that were handed over.</summary>
    public static async Task<IReadOnlyList<Letter>> FillAsync(Office office, int count)
    {
        var day = office.Calendar.Today;
        var letters = office.Get<ILetters>();
        await letters.PlanAsync(
            day,
            Enumerable.Range(0, count).ToDictionary(n => $"p{n}@example.org", n => (IReadOnlyList<string>)["cell|rating|2026|20261204|-14"]),
            [],
            default);
        List<Letter> planned = [];
        await foreach (var letter in letters.OfDayAsync(day, default))
        {
            planned.Add(letter.Letter with { State = LetterState.HandedOver, Attempts = 1, ProviderId = "abc", Subject = "Nhắc nộp: 1 việc sắp đến hạn" });
        }

        return await letters.AdvanceAsync(planned, default);
    }

    public static EventPost Of(Letter[] letters, ECDsa key)
    {
        var body = Encoding.UTF8.GetBytes($"[{string.Join(",\r\n", letters.Select(Event))}]\r\n");
        byte[] signed = [.. Encoding.UTF8.GetBytes(Timestamp), .. body];
        return new(body, Convert.ToBase64String(key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
    }

    public static async ValueTask SendAsync(HttpClient client, EventPost post, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/mail/events?code={Code}")
        {
            Content = new ByteArrayContent(post.Body),
            Headers = { { HookSignature.SignatureHeader, post.Signature }, { HookSignature.TimestampHeader, Timestamp } },
        };
        using var answer = await client.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static string Event(Letter letter) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"email":"{{letter.To}}","timestamp":1795485600,"smtp-id":"<abc@geopod>","event":"delivered","category":["reminder"],"sg_event_id":"{{Guid.NewGuid():N}}","sg_message_id":"abc.filterdrecv-1","response":"250 2.0.0 OK","letter":"{{letter.Id}}.1"}
        """);
}
