using System.Net;
using System.Net.Sockets;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Content.Scan;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Content.Scan;

public sealed class ClamdScannerTests
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i % 251))];

    [Theory]
    [InlineData("stream: OK\0", ScanResult.Clean)]
    [InlineData("stream: OK\n", ScanResult.Clean)]
    [InlineData("stream: Eicar-Test-Signature FOUND\0", ScanResult.Infected)]
    [InlineData("stream: Can't allocate memory ERROR\0", ScanResult.NoAnswer)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanResult.NoAnswer)]
    [InlineData("UNKNOWN COMMAND\0", ScanResult.NoAnswer)]
    [InlineData("stream: O", ScanResult.NoAnswer)]
    [InlineData("stream: OKAY\0", ScanResult.NoAnswer)]
    [InlineData("stream: Not FOUND at all\0", ScanResult.NoAnswer)]
    [InlineData("", ScanResult.NoAnswer)]
    public async Task Only_a_plain_answer_counts(string answer, ScanResult expected)
    {
        using var clamd = new FakeClamd(answer);

        Assert.Equal(expected, await ScanAsync(clamd.Port));
    }

    [Fact]
    public async Task The_file_arrives_whole_in_chunks()
    {
        using var clamd = new FakeClamd("stream: OK\0");

        await ScanAsync(clamd.Port);

        Assert.Equal("zINSTREAM\0", clamd.Command);
        Assert.Equal(File, clamd.Received.ToArray());
        Assert.InRange(clamd.LongestChunk, 1, 64 * 1024);
    }

    [Fact]
    public async Task A_scanner_that_hangs_up_on_a_large_file_did_not_find_it_clean()
    {
        using var clamd = new FakeClamd("INSTREAM size limit exceeded. ERROR\0", most: 70_000);

        Assert.Equal(ScanResult.NoAnswer, await ScanAsync(clamd.Port));
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_did_not_find_it_clean()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Equal(ScanResult.NoAnswer, await ScanAsync(port));
    }

    [Fact]
    public async Task A_scanner_that_never_answers_did_not_find_it_clean()
    {
        using var clamd = new FakeClamd(answer: null);

        Assert.Equal(ScanResult.NoAnswer, await ScanAsync(clamd.Port, new HastyClock(DateTimeOffset.UnixEpoch)));
    }

    [Fact]
    public async Task A_scan_nobody_waits_for_ends()
    {
        using var clamd = new FakeClamd(answer: null);
        using var gone = new CancellationTokenSource();
        var scan = new ClamdScanner(new("127.0.0.1", clamd.Port), TimeProvider.System).ScanAsync(new MemoryStream(File), gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scan);
    }

    [Theory]
    [InlineData("stream: OK\0", null)]
    [InlineData("stream: Eicar FOUND\0", MinutesRefusals.Infected)]
    [InlineData("stream: broken ERROR\0", MinutesRefusals.ScannerDown)]
    public async Task A_good_file_is_kept_only_when_it_was_found_clean(string answer, string? refusal)
    {
        using var clamd = new FakeClamd(answer);
        var check = new CheckContent(new ClamdScanner(new("127.0.0.1", clamd.Port), TimeProvider.System));
        var pdf = HarmlessFiles.Named("a PDF").Make();

        var found = await CheckContentTests.CheckAsync(pdf, "a.pdf", check);

        Assert.Equal(refusal, (found as CheckedContent.Refused)?.Code);
        Assert.Equal(pdf, clamd.Received.ToArray());
    }

    [Fact]
    public async Task What_is_refused_anyway_is_not_sent_to_the_scanner()
    {
        using var clamd = new FakeClamd("stream: OK\0");
        var check = new CheckContent(new ClamdScanner(new("127.0.0.1", clamd.Port), TimeProvider.System));

        await CheckContentTests.CheckAsync(HostileFiles.Named("a secret Word document").Make(), "a.docx", check);

        Assert.Equal("", clamd.Command);
    }

    private static Task<ScanResult> ScanAsync(int port, TimeProvider? time = null) =>
        new ClamdScanner(new("127.0.0.1", port), time ?? TimeProvider.System).ScanAsync(new MemoryStream(File), CancellationToken.None);
}
