using Azure.Core;
using Azure.Core.Pipeline;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>Where a process dies.</summary>
/// <param name="Write">At which write to the store, from 1; 0 for none.</param>
/// <param name="Mail">At which letter handed over, or which call of a real carrier, from 1; 0 for none.</param>
/// <param name="Late">Whether the write, or the letter, still arrived, its answer being lost.</param>
/// <param name="Half">Whether half of a call still went over the line.</param>
internal sealed record FaultCut(int Write = 0, int Mail = 0, bool Late = false, bool Half = false)
{
    public static FaultCut Never { get; } = new();

    public override string ToString() =>
        $"{(Mail > 0 ? $"letter {Mail}" : $"write {Write}")}, {(Late ? "answer" : Half ? "half of the request" : "request")} lost";
}

/// <summary>
/// All that one process says to the outside, store and carrier: counts it and dies at one point, after which nothing passes.
/// Making sure that a table or container exists is not counted: a process does so before its first write, and it changes nothing.
/// </summary>
internal sealed class FaultLine(FaultCut cut) : HttpPipelineTransport
{
    private int _writes;
    private int _mails;
    private volatile bool _isDead;

    public int Writes => _writes;

    public int Mails => _mails;

    public bool IsDead => _isDead;

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => HttpClientTransport.Shared.Process(message);

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var isFatal = IsWrite(message.Request) && Interlocked.Increment(ref _writes) == cut.Write;
        await PassAsync(isFatal, async () =>
        {
            await HttpClientTransport.Shared.ProcessAsync(message);
            return true;
        });
    }

    /// <summary>Hands one letter over, or makes one call of a real carrier, unless this is where the process dies.</summary>
    /// <param name="half">Breaks off in the middle, where a carrier can be told half.</param>
    public Task<T> MailAsync<T>(Func<Task<T>> handOver, Func<Task>? half = null) =>
        PassAsync(Interlocked.Increment(ref _mails) == cut.Mail, handOver, half);

    private async Task<T> PassAsync<T>(bool isFatal, Func<Task<T>> send, Func<Task>? half = null)
    {
        if (_isDead)
        {
            throw new LineCutException();
        }

        _isDead |= isFatal;
        if (!isFatal)
        {
            return await send();
        }

        if (cut.Late)
        {
            await send();
        }
        else if (cut.Half && half is not null)
        {
            await half();
        }

        throw new LineCutException();
    }

    private static bool IsWrite(Request request)
    {
        var uri = request.Uri.ToUri();
        return request.Method != RequestMethod.Get
            && request.Method != RequestMethod.Head
            && !uri.AbsolutePath.EndsWith("/Tables", StringComparison.Ordinal)
            && !uri.Query.Contains("restype=container", StringComparison.Ordinal);
    }
}
