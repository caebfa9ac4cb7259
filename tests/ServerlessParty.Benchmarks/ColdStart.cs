using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Benchmarks;

/// <summary>One start of an executable as the Functions host starts it, and what it took.</summary>
/// <param name="Ready">From the start of the process to its first answer.</param>
/// <param name="Page">From the start of the process to the whole of the page asked for.</param>
/// <param name="RestingMegabytes">Resident memory a moment after that.</param>
/// <param name="OwnMegabytes">The part of it that is no page of a file, which the system can drop and read again.</param>
internal sealed record ColdStart(TimeSpan Ready, TimeSpan Page, double RestingMegabytes, double OwnMegabytes)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="page">The address below the root whose answer ends the clock, redirects included.</param>
    /// <exception cref="InvalidOperationException">The process ended, or did not answer in time.</exception>
    public static async Task<ColdStart> OfAsync(string executable, string page, IReadOnlyDictionary<string, string> settings)
    {
        var port = Ports.Free();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience };
        var watch = Stopwatch.StartNew();
        using var child = Child.Start(executable, port, settings);
        while (!await AnswersAsync(client))
        {
            await child.CheckAsync(watch.Elapsed < Patience);
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
        return new(ready, whole, child.Megabytes("VmRSS"), child.Megabytes("RssAnon"));
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

    /// <summary>The process, killed at the end whatever happens.</summary>
    private sealed class Child : IDisposable
    {
        private readonly Process _process;
        private readonly Task<string> _said;
        private readonly Task<string> _complained;

        private Child(Process process)
        {
            _process = process;
            _said = process.StandardOutput.ReadToEndAsync();
            _complained = process.StandardError.ReadToEndAsync();
        }

        public static Child Start(string executable, int port, IReadOnlyDictionary<string, string> settings)
        {
            var start = new ProcessStartInfo(executable)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetDirectoryName(executable),
                Environment =
                {
                    ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                    ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}",
                },
            };
            foreach (var (name, value) in settings)
            {
                start.Environment[name] = value;
            }

            return new(Process.Start(start)!);
        }

        public async Task CheckAsync(bool isInTime)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException(
                    $"{_process.StartInfo.FileName} ended with {_process.ExitCode}: {await _said}{await _complained}");
            }

            if (!isInTime)
            {
                throw new InvalidOperationException($"{_process.StartInfo.FileName} did not answer in {Patience.TotalSeconds} seconds.");
            }
        }

        public double Megabytes(string what)
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").Single(l => l.StartsWith($"{what}:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
