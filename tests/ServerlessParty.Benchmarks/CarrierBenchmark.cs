using System.Buffers;
using System.Net.Http.Headers;
using ServerlessParty.Mail;
using ServerlessParty.Mail.SendGrid;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Benchmarks;

/// <summary>The letters of a whole province's day, handed to a SendGrid that is near and quick.</summary>
internal static class CarrierBenchmark
{
    private const int Rounds = 21;

    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        var calls = await CallsAsync(connection);
        await using var stub = await SendGridStub.StartAsync();
        var options = new MailOptions { SendGrid = { ApiKey = SendGridStub.Key, BaseUrl = stub.Address.ToString() } };
        using var line = new SendGridLine(options.SendGrid);
        using var client = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", SendGridStub.Key) } };
        var mailer = new SendGridMailer(line, options);
        var bodies = calls.SelectMany(SendGridRequests.Of).Select(request => Body(request, options)).ToList();
        List<double> ours = [], raw = [];
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await TimeAsync(calls, async call => Check(await mailer.HandOverAsync(call, default))));
            raw.Add(await TimeAsync(bodies, body => PostAsync(client, stub.Address, body)));
            stub.Forget();
        }

        var what = $"Handing {calls.Sum(c => c.Count):N0} letters to SendGrid";
        var fewest = calls.GroupBy(c => c[0].Letter.Bucket).Sum(b => (b.Sum(c => c.Count) + 99) / 100);
        return
        [
            Figure.Of($"{what}: requests", bodies.Count, fewest, "requests", 1.0),
            Figure.Of($"{what}: time", Timing.MedianOf(ours), Timing.MedianOf(raw), "ms", 1.25),
        ];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<OutgoingMail>>> CallsAsync(string connection)
    {
        const string Prefix = "carrier";
        await using (var filling = Office.Open(connection, Prefix))
        {
            await SendingBenchmark.FillAsync(filling);
        }

        var mailer = new RecordingMailer();
        await using var office = Office.Open(connection, Prefix, mailer: mailer);
        await office.SendAsync();
        return [.. mailer.Calls];
    }

    private static Task<double> TimeAsync<T>(IEnumerable<T> items, Func<T, Task> act) => Timing.TakeAsync(async () =>
    {
        foreach (var item in items)
        {
            await act(item);
        }
    });

    private static ReadOnlyMemory<byte> Body(SendGridRequest request, MailOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        request.Write(options, buffer);
        return buffer.WrittenMemory;
    }

    private static async Task PostAsync(HttpClient client, Uri address, ReadOnlyMemory<byte> body)
    {
        using var content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new("application/json") } };
        using var answer = await client.PostAsync(new Uri(address, "v3/mail/send"), content);
        answer.EnsureSuccessStatusCode();
    }

    private static void Check(IEnumerable<HandOver> answers)
    {
        if (answers.FirstOrDefault(a => a is not HandOver.Taken) is { } other)
        {
            throw new InvalidOperationException($"The stub did not take a letter: {other}");
        }
    }
}
