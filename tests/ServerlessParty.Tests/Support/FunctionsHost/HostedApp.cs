using System.Diagnostics;
using System.Net.Sockets;

namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>
/// The executable as the Functions host starts, asks and ends it, from the host's documented behavior: its port and all its own
/// environment handed down, <c>GET /</c> every 25 ms until anything answers, timers as posts, SIGKILL at the end, and starts counted.
/// </summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMilliseconds(25);

    private readonly ScriptRoot _root;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly List<string> _lines = [];
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private Process _process = null!;

    private HostedApp(ScriptRoot root, IReadOnlyDictionary<string, string> settings) => (_root, _settings) = (root, settings);

    public Uri Address { get; private set; } = null!;

    public bool IsRunning => !_process.HasExited;

    /// <summary>What it wrote to its console; errors begin with <c>! </c>.</summary>
    public IReadOnlyList<string> Console
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <param name="settings">The app settings, which every child of the host inherits.</param>
    public static async Task<HostedApp> StartAsync(ScriptRoot root, IReadOnlyDictionary<string, string> settings)
    {
        var app = new HostedApp(root, settings);
        await app.StartAsync();
        return app;
    }

    /// <summary>Posts a timer and says what the host makes of the answer.</summary>
    public async Task<(InvocationEnd End, string Answer)> FireAsync(string function, DateTimeOffset now)
    {
        using var request = TimerCall.To(Address, _root.Functions.Single(f => f.Name == function), now);
        using var answer = await _client.SendAsync(request);
        return (await answer.EndAsync(), await answer.Content.ReadAsStringAsync());
    }

    /// <summary>SIGKILL, as the host ends a handler: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>What the host does when its handler has ended: nothing after exit code 0, else a new start.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RestartAsync()
    {
        var code = _process.ExitCode;
        if (code != 0)
        {
            _process.Dispose();
            await StartAsync();
        }

        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            await KillAsync();
        }

        _process.Dispose();
        _client.Dispose();
    }

    private async Task StartAsync()
    {
        var port = Ports.Free();
        Address = new Uri($"http://127.0.0.1:{port}");
        var watch = Stopwatch.StartNew();
        _process = Process.Start(StartOf(port))!;
        Listen();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || watch.Elapsed > _root.Patience)
            {
                throw new InvalidOperationException($"Initializing HttpWorker timed out.\n{string.Join('\n', Console)}");
            }

            await Task.Delay(ProbeEvery);
        }

    }

    private ProcessStartInfo StartOf(int port)
    {
        var start = new ProcessStartInfo(_root.Executable)
        {
            WorkingDirectory = _root.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The container of the host has addresses of its own, and its children inherit them.
        start.Environment["ASPNETCORE_URLS"] = "http://+:80";
        start.Environment["ASPNETCORE_HTTP_PORTS"] = "80";
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "custom";
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        start.Environment["FUNCTIONS_HTTPWORKER_PORT"] = $"{port}";
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = _root.Folder;
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data, "");
        _process.ErrorDataReceived += (_, line) => Keep(line.Data, "! ");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line, string mark)
    {
        if (line is not null)
        {
            lock (_lines)
            {
                _lines.Add(mark + line);
            }
        }
    }

    /// <summary>Any answer counts; only a connection that nobody takes means 'not yet'.</summary>
    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(Address, "/"));
            return true;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException)
        {
            return false;
        }
    }
}
