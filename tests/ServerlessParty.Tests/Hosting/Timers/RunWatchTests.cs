using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Storage;
using ServerlessParty.Storage.Upgrades;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Timers;

public sealed class RunWatchTests
{
    private static readonly RunRecord Run = new(
        "Probe", new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(2), RunEnding.Finished, null, null, "a-1");

    [Theory]
    [InlineData("""{"handedOver":0,"failed":0}""", 0)]
    [InlineData("""{"compared":900,"added":0}""", 0)]
    [InlineData("7", 0)]
    [InlineData("""{"handedOver":1,"failed":0}""", 1)]
    [InlineData("""{"handedOver":0,"stopped":"Mail__From: refused"}""", 1)]
    public async Task A_run_that_changed_nothing_costs_no_request(string counts, int writes)
    {
        using var line = new CuttingTransport();
        using var store = await TestStore.CreateAsync(line);
        await store.Get<Store>().Settings;
        line.Reset();

        await Watch(store).EndAsync(Run with { Counts = counts });

        Assert.Equal((writes, writes), (line.Requests, (await store.Get<IRunHistory>().LastAsync("Probe", 9, default)).Count));
    }

    [Fact]
    public async Task Failures_are_kept_and_a_store_that_is_down_fails_nothing_more()
    {
        using var line = new CuttingTransport();
        using var store = await TestStore.CreateAsync(line);
        await Watch(store).EndAsync(Run with { Ending = RunEnding.Failed, Failure = "TimeoutException" });
        line.CutAt = 1;
        await Watch(store).EndAsync(Run with { Ending = RunEnding.CutShort });
        line.CutAt = 0;

        Assert.Equal("TimeoutException", Assert.Single(await store.Get<IRunHistory>().LastAsync("Probe", 9, default)).Failure);
    }

    [Fact]
    public async Task The_first_run_brings_an_older_store_up_to_date()
    {
        using var store = await TestStore.CreateAsync();
        var first = await FirstSchemaStore.WriteAsync(store.Prefix, "c1");

        await Watch(store).BeginAsync(default);

        Assert.Equal(StoreSchema.Current.Last, (await first.FormatAsync())?.GetInt32("Upgraded"));
    }

    [Fact]
    public async Task Runs_are_measured_by_function_ending_and_what_they_did()
    {
        using var measured = new Measured();
        using var store = await TestStore.CreateAsync();
        var run = Run with { Function = "Measured", Counts = """{"letters":12,"suppressed":0}""" };

        await Watch(store).EndAsync(run);
        await Watch(store).EndAsync(run with { Ending = RunEnding.Failed, Counts = null });

        Assert.Equal(2, measured.Sum("serverlessparty.run.duration", "function=Measured,ending=Finished"));
        Assert.Equal(2, measured.Sum("serverlessparty.run.duration", "function=Measured,ending=Failed"));
        Assert.Equal(12, measured.Sum("serverlessparty.run.items", "function=Measured,count=letters"));
    }

    private static RunWatch Watch(TestStore store) => new(
        store.Get<UpgradeStore>(), store.Get<IRunHistory>(), store.Clock, NullLogger<RunWatch>.Instance);
}
