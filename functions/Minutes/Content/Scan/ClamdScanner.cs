using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace ServerlessParty.Minutes.Content.Scan;

/// <summary>
/// Asks clamd over TCP by its command INSTREAM: the file in chunks, each behind its length, an empty one at the end; clamd
/// answers one line. The connection is not encrypted: clamd belongs on the same machine or in the same closed network.
/// </summary>
public sealed class ClamdScanner(ScanOptions options, TimeProvider time) : IVirusScanner
{
    /// <summary>The longest a scan may take, from connecting to the answer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    private const int ChunkBytes = 64 * 1024;
    private const int LengthBytes = 4;

    /// <summary>More than clamd ever answers.</summary>
    private const int MaxAnswer = 4096;

    /// <summary>With a leading z, command and answer end with a zero byte.</summary>
    private static readonly byte[] Command = Encoding.ASCII.GetBytes("zINSTREAM\0");

    public async Task<ScanResult> ScanAsync(Stream file, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(options.ClamdHost, options.ClamdPort, either.Token);
            var connection = client.GetStream();
            await SendAsync(file, connection, either.Token);
            return Meaning(await AnswerAsync(connection, either.Token));
        }
        catch (Exception e) when (e is SocketException or IOException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ScanResult.NoAnswer;
        }
    }

    /// <summary>clamd hangs up in the middle when a file is larger than it takes; what it said before that is still there to read.</summary>
    private static async Task SendAsync(Stream file, NetworkStream connection, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(LengthBytes + ChunkBytes);
        try
        {
            await connection.WriteAsync(Command, cancellationToken);
            int read;
            do
            {
                read = await file.ReadAsync(chunk.AsMemory(LengthBytes, ChunkBytes), cancellationToken);
                BinaryPrimitives.WriteInt32BigEndian(chunk, read);
                await connection.WriteAsync(chunk.AsMemory(0, LengthBytes + read), cancellationToken);
            }
            while (read > 0);
        }
        catch (IOException)
        {
            // The answer tells why.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static async Task<string> AnswerAsync(NetworkStream connection, CancellationToken cancellationToken)
    {
        var answer = new byte[MaxAnswer];
        var length = 0;
        int read;
        while (length < answer.Length && !answer.AsSpan(0, length).Contains((byte)0)
            && (read = await connection.ReadAsync(answer.AsMemory(length), cancellationToken)) > 0)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n', '\r', ' ');
    }

    /// <summary>An answer that was cut off, an error or a size limit says nothing about the file.</summary>
    private static ScanResult Meaning(string answer) =>
        answer == "stream: OK" ? ScanResult.Clean
        : answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal)
            ? ScanResult.Infected
            : ScanResult.NoAnswer;
}
