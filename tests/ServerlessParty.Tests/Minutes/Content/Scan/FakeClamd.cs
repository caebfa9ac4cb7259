using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ServerlessParty.Tests.Minutes.Content.Scan;

/// <summary>Listens as clamd does, takes one file, and answers what it was told to answer.</summary>
internal sealed class FakeClamd : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    /// <param name="answer">Null: never answers.</param>
    /// <param name="most">Hangs up, as clamd does, when the file is larger than so many bytes.</param>
    public FakeClamd(string? answer, int most = int.MaxValue)
    {
        _listener.Start();
        _serving = ServeAsync(answer, most);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Command { get; private set; } = "";

    /// <summary>What arrived, put together from its chunks.</summary>
    public MemoryStream Received { get; } = new();

    /// <summary>The longest chunk in which it came.</summary>
    public int LongestChunk { get; private set; }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task ServeAsync(string? answer, int most)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync(_end.Token);
            var stream = client.GetStream();
            await TakeAsync(stream, most);
            if (answer is null)
            {
                await Task.Delay(Timeout.Infinite, _end.Token);
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer!), _end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TakeAsync(NetworkStream stream, int most)
    {
        var command = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(command, _end.Token);
        Command = Encoding.ASCII.GetString(command);
        var length = new byte[4];
        while (Received.Length <= most)
        {
            await stream.ReadExactlyAsync(length, _end.Token);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0)
            {
                return;
            }

            await stream.ReadExactlyAsync(chunk, _end.Token);
            LongestChunk = Math.Max(LongestChunk, chunk.Length);
            await Received.WriteAsync(chunk, _end.Token);
        }
    }
}
