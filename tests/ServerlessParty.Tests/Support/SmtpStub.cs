using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ServerlessParty.Tests.Support;

/// <summary>A relay on this machine: takes every letter unless a test answers otherwise, and remembers what it took.</summary>
internal sealed class SmtpStub : IAsyncDisposable
{
    /// <summary>An answer that is none: the connection breaks.</summary>
    public const string Break = "break";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _accepted = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly Task _serving;
    private int _connections;

    public SmtpStub()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What the relay says it can do, beside its name.</summary>
    public string[] Offers { get; init; } = ["8BITMIME", "PIPELINING", "CHUNKING", "AUTH PLAIN LOGIN"];

    /// <summary>Needed for TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Whether TLS comes before the first word.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>Another answer than the right one to a command (<c>DATA.</c> is the end of a letter); null for the right one.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public int Connections => _connections;

    public IReadOnlyCollection<string> Commands => _commands;

    /// <summary>The letters it took, as they came.</summary>
    public IReadOnlyCollection<string> Accepted => _accepted;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> talks = [];
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _connections++;
                talks.Add(TalkAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }

        await Task.WhenAll(talks);
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                await TalkAsync(IsImplicit ? await ProtectAsync(stream) : stream);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The other side went away.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, Answer("CONNECT") ?? "220 relay.example.org");
        while (await reader.ReadLineAsync(_end.Token) is { } command)
        {
            _commands.Enqueue(command);
            var answer = Answer(command) ?? Right(command);
            if (answer == Break)
            {
                return;
            }

            await SayAsync(stream, answer);
            switch (command.Split(' ')[0].ToUpperInvariant())
            {
                case "STARTTLS" when answer.StartsWith('2'):
                    stream = await ProtectAsync(stream);
                    reader = new StreamReader(stream, Encoding.Latin1);
                    break;
                case "DATA" when answer.StartsWith('3'):
                    if (!await TakeAsync(reader, stream))
                    {
                        return;
                    }

                    break;
                case "QUIT":
                    return;
            }
        }
    }

    /// <returns>False when the connection is to break.</returns>
    private async Task<bool> TakeAsync(StreamReader reader, Stream stream)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            letter.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        var answer = Answer("DATA.") ?? "250 2.0.0 queued";
        if (answer is Break || answer.StartsWith('2'))
        {
            _accepted.Enqueue(letter.ToString());
        }

        if (answer != Break)
        {
            await SayAsync(stream, answer);
        }

        return answer != Break;
    }

    private string Right(string command) => command.Split(' ')[0].ToUpperInvariant() switch
    {
        "EHLO" => string.Join("\r\n", [.. Offers.Prepend("relay.example.org").Select(o => $"250-{o}"), "250 SMTPUTF8"]),
        "AUTH" => "235 2.7.0 accepted",
        "DATA" => "354 go on",
        "STARTTLS" => "220 go on",
        "QUIT" => "221 bye",
        _ => "250 2.0.0 ok",
    };

    private async Task SayAsync(Stream stream, string words) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), _end.Token);

    private async Task<SslStream> ProtectAsync(Stream stream)
    {
        var protectedStream = new SslStream(stream);
        await protectedStream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _end.Token);
        return protectedStream;
    }
}
