using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ServerlessParty.Tests.Support;
using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Tests.Faults;

/// <summary>The real executable on a fault store, as an operator starts and asks it.</summary>
internal sealed class AppProcess : IDisposable
{
    private const string Token = "operator-of-the-fault-tests";
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly HttpClient _client;

    private AppProcess(Process process, Uri address)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = address, Timeout = Limit };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    /// <param name="settings">More of the command line.</param>
    public static async Task<AppProcess> StartAsync(FaultStore store, string connectionString, params string[] settings)
    {
        var start = PublishedApp.StartOf(
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", "--Timers:Enabled=false", $"--Access:AdminToken={Token}",
            $"--Storage:ConnectionString={connectionString}", $"--Storage:Prefix={store.Prefix}",
            $"--Local:DataPath={store.DataPath}", "--Web:PublicUrl=https://party.example.org",
            .. settings,
        ]);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new(process, await AddressAsync(process).WaitAsync(Limit));
    }

    /// <summary>With SendGrid as its carrier.</summary>
    public static Task<AppProcess> StartAsync(FaultStore store, SendGridStub carrier) => StartAsync(
        store, store.Azurite.ConnectionString, "--Mail:Provider=SendGrid",
        $"--Mail:SendGrid:ApiKey={SendGridStub.Key}", $"--Mail:SendGrid:BaseUrl={carrier.Address}");

    /// <summary>SIGKILL: nothing of the process runs any more, and nothing is tidied up.</summary>
    public void Kill() => _process.Kill();

    public Task GoneAsync() => _process.WaitForExitAsync().WaitAsync(Limit);

    /// <summary>Runs a timer's use case as of a moment and adds up its counts; waits for the lease of a run that died.</summary>
    public async Task<int> RunAsync(string function, string asOf)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            using var answer = await _client.PostAsJsonAsync($"/api/runs/{function}", new { asOf }, limit.Token);
            if (answer.StatusCode != HttpStatusCode.Conflict)
            {
                answer.EnsureSuccessStatusCode();
                var counts = await answer.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>(limit.Token);
                return counts!.Values.Sum(v => v.GetInt32());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), limit.Token);
        }
    }

    /// <summary>Every letter of the API, as <c>{address} {state} {how many reminders}</c>.</summary>
    public async Task<IReadOnlyList<string>> LettersAsync() =>
    [
        .. (await AllLettersAsync())
            .Select(l => $"{l.GetProperty("to")} {l.GetProperty("state")} {l.GetProperty("reminders").GetArrayLength()}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every letter of the API, page by page.</summary>
    public async Task<IReadOnlyList<JsonElement>> AllLettersAsync()
    {
        var letters = new List<JsonElement>();
        string? after = "";
        while (after is not null)
        {
            var page = await _client.GetFromJsonAsync<JsonElement>($"/api/letters?after={Uri.EscapeDataString(after)}");
            letters.AddRange(page.GetProperty("items").EnumerateArray());
            after = page.GetProperty("next").GetString();
        }

        return letters;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _client.Dispose();
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new Uri(line[Listening.Length..].Trim());
            }
        }

        throw new InvalidOperationException("The app ended before it listened.");
    }
}
