using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ServerlessParty.Benchmarks;

/// <summary>One start of an executable as the Functions host starts it, and what it took.</summary>
/// <param name="Ready">From the start of the process to its first answer.</param>
/// <param name="Page">From the start of the process to the whole of the page asked for.</param>
/// <param name="RestingMegabytes">Resident memory a moment after that.</param>
internal sealed record ColdStart(TimeSpan Ready, TimeSpan Page, double RestingMegabytes)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    /// <param name="page">The address below the root whose answer ends the clock, redirects included.</param>
    public static async Task<ColdStart> OfAsync(string executable, string page, IReadOnlyDictionary<string, string> settings)
    {
        var port = FreePort();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(StartOf(executable, port, settings))!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        while (!await AnswersAsync(client))
        {
            await Task.Delay(1);
        }

        var ready = watch.Elapsed;
        using (var answer = await client.GetAsync(new Uri(page, UriKind.Relative)))
        {
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
        }

        var whole = watch.Elapsed;
        await Task.Delay(Rest);
        var memory = ResidentMegabytes(process.Id);
        process.Kill();
        await process.WaitForExitAsync();
        return new(ready, whole, memory);
    }

    private static ProcessStartInfo StartOf(string executable, int port, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(executable) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(executable) };
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            return true;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException)
        {
            return false;
        }
    }

    private static double ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
