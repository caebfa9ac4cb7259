using System.Collections.Concurrent;
using System.Diagnostics;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using ServerlessParty.Classification;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

/// <summary>The real executable, killed by SIGKILL at each kind of write that opening, planning and sending make, then started again.</summary>
public sealed class KilledProcessTests(ITestOutputHelper output)
{
    private const int AtOnce = 3;
    private const string At = "2026-11-20T02:00:00Z";

    private static readonly string[] Functions = ["OpenPeriods", "PlanReminders", "SendLetters"];

    private static readonly string[] Kinds =
    [
        "Due Open", "Due Opening", "Dossiers Open", "Letters HandedOver", "Letters Planned", "Letters Sending",
        "Reminders Planned", "Reminders Sent", "Settings", "locks acquire", "locks release",
    ];

    private static readonly Organization[] Units =
        [.. FaultDay.Units.Where(u => u.Id.Value is "tinh" or "c01" or "c02" or "c04" or "c05" or "c06" or "late.mail")];

    private static readonly string[] MailLines =
    [
        "c01@example.vn: c01 04/12/2026", "c02@example.vn: c02 04/12/2026", "tinh@example.vn: late.mail 17/11/2026",
        "two-cells@example.vn: c04 04/12/2026", "two-cells@example.vn: c05 04/12/2026",
        "two-papers@example.vn: late.mail 17/11/2026",
    ];

    [Fact]
    public async Task Killed_at_any_kind_of_write_and_started_again_it_sends_every_step_once()
    {
        var watch = Stopwatch.StartNew();
        var kinds = await RecordAsync();
        output.WriteLine(string.Join("; ", kinds));
        Assert.Subset(kinds.ToHashSet(), Kinds.ToHashSet());
        var cases = kinds.Select((kind, number) => (Kind: kind, Late: number % 2 == 0)).ToList();
        var faults = new ConcurrentBag<string>();
        var mails = new ConcurrentBag<int>();

        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (kill, _) =>
        {
            var fault = await Record.ExceptionAsync(async () => mails.Add(await KillAndGoOnAsync(kill.Kind, kill.Late)));
            if (fault is not null)
            {
                faults.Add($"{kill}: {fault}");
            }
        });

        output.WriteLine(
            $"{cases.Count} kills ({string.Join("; ", cases.Select(c => $"{c.Kind}, {(c.Late ? "after" : "before")}"))}): "
            + $"{mails.Sum()} mails, {watch.Elapsed.TotalSeconds:F0} s.");
        Assert.True(faults.IsEmpty, $"{faults.Count} of {cases.Count} failed:\n{string.Join("\n\n", faults.Order())}");
        Assert.Equal(cases.Count * 5, mails.Sum());
    }

    private static async Task<IReadOnlyList<string>> RecordAsync()
    {
        using var store = await OpenAsync();
        await using var proxy = await StoreProxy.StartAsync(store);
        using var app = await AppProcess.StartAsync(store, proxy.ConnectionString);
        foreach (var function in Functions)
        {
            await app.RunAsync(function, At);
        }

        // The link that a start prints is no part of the day.
        return [.. proxy.Kinds.Where(k => !k.StartsWith("Access", StringComparison.Ordinal))];
    }

    private static async Task<int> KillAndGoOnAsync(string kind, bool late)
    {
        using var store = await OpenAsync();
        await DieAsync(store, kind, late);
        if (kind != "Letters HandedOver")
        {
            await BreakLeasesAsync(store);
        }

        using var app = await AppProcess.StartAsync(store, store.Azurite.ConnectionString);
        var isIdle = false;
        foreach (var minute in new[] { 20, 40, 50 })
        {
            var asOf = $"2026-11-20T02:{minute}:00Z";
            await app.RunAsync(Functions[0], asOf);
            isIdle = await app.RunAsync(Functions[1], asOf) + await app.RunAsync(Functions[2], asOf) == 0;
        }

        Assert.True(isIdle, "There is always something left to do.");
        Assert.Equal(
            ["c01@example.vn HandedOver 1", "c02@example.vn HandedOver 1", "tinh@example.vn HandedOver 1",
                "two-cells@example.vn HandedOver 2", "two-papers@example.vn HandedOver 1"],
            await app.LettersAsync());
        return await AssertAsync(store);
    }

    private static async Task DieAsync(FaultStore store, string kind, bool late)
    {
        await using var proxy = await StoreProxy.StartAsync(store);
        using var app = await AppProcess.StartAsync(store, proxy.ConnectionString);
        proxy.Trap = (kind, late, app.Kill);
        await Record.ExceptionAsync(async () =>
        {
            foreach (var function in Functions)
            {
                await app.RunAsync(function, At);
            }
        });
        Assert.True(proxy.IsSprung, "It was not killed.");
        await app.GoneAsync();
    }

    private static async Task<int> AssertAsync(FaultStore store)
    {
        using var process = store.Start();
        var outcome = await FaultOutcome.ReadAsync(store, process);
        Assert.Equal(MailLines, outcome.MailLines);
        Assert.Equal((6, 1), (outcome.Count(ReminderState.Sent), outcome.Count(ReminderState.Listed)));
        outcome.AssertOfOnePiece();
        await FaultOutcome.AssertDossiersAsync(process, Units);
        return outcome.Count(LetterState.HandedOver);
    }

    /// <summary>A dead run's lease ends by itself within 15 seconds; one case waits for that, the others need not.</summary>
    private static async Task BreakLeasesAsync(FaultStore store)
    {
        var locks = new BlobContainerClient(store.Azurite.ConnectionString, store.Prefix + "locks");
        foreach (var function in Functions)
        {
            try
            {
                await locks.GetBlobClient(function).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409)
            {
                // It was never taken, or given back.
            }
        }
    }

    // The campaign is open, its steps are not yet: the run's own clock, not the machine's, is to open them.
    private static async Task<FaultStore> OpenAsync()
    {
        var store = await FaultStore.CreateAsync(Units, FaultDay.Steps);
        using var process = store.Start();
        await process.Get<ICampaigns>().ChangeAsync(2026, c => c! with { State = CampaignState.Open }, "test", default);
        return store;
    }
}
