using ServerlessParty.Hosting.Timers;
using ServerlessParty.Storage;
using ServerlessParty.Storage.Blobs;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage.Blobs;

/// <summary>On the emulator, by the real clock: leases are the store's time.</summary>
public sealed class BlobLeasesTests
{
    private static readonly DateTimeOffset StartedAt = new(2026, 11, 24, 2, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public async Task One_of_many_takes_the_lease_and_the_next_when_it_is_let_go()
    {
        using var store = await TestStore.CreateAsync();
        var leases = LeasesOf(store);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => leases.TryTakeAsync("SendLetters", default)));
        var holder = Assert.Single(taken, lease => lease is not null)!;
        await holder.DisposeAsync();
        await using var next = await leases.TryTakeAsync("SendLetters", default);

        Assert.NotNull(next);
        Assert.False(next.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Functions_do_not_wait_for_each_other()
    {
        using var store = await TestStore.CreateAsync();
        await using var one = await LeasesOf(store).TryTakeAsync("SendLetters", default);
        await using var other = await LeasesOf(store).TryTakeAsync("PlanReminders", default);

        Assert.True(one is not null && other is not null);
    }

    [Fact]
    public async Task The_last_complete_run_is_remembered_by_the_store()
    {
        using var store = await TestStore.CreateAsync();
        Assert.Null(await LeasesOf(store).LastRunAsync("SendLetters", default));

        await using (var lease = await LeasesOf(store).TryTakeAsync("SendLetters", default))
        {
            Assert.Null(await LeasesOf(store).LastRunAsync("SendLetters", default));
            await lease!.RecordAsync(StartedAt, default);
        }

        using var later = await store.AgainAsync();
        Assert.Equal(StartedAt, await LeasesOf(later).LastRunAsync("SendLetters", default));
    }

    [Fact]
    public async Task A_lease_that_another_broke_is_lost()
    {
        using var store = await TestStore.CreateAsync();
        var pulse = new PulsedClock();
        await using var lease = await new BlobLeases(store.Get<Store>(), pulse).TryTakeAsync("SendLetters", default);
        var blob = (await store.Get<Store>().Locks).GetBlobClient("SendLetters");
        await new Azure.Storage.Blobs.Specialized.BlobLeaseClient(blob).BreakAsync(TimeSpan.Zero);
        var lost = new TaskCompletionSource();
        await using var registered = lease!.Lost.Register(lost.SetResult);

        pulse.Beat();

        await lost.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(lease.Lost.IsCancellationRequested);
    }

    private static IRunLeases LeasesOf(TestStore store) => new BlobLeases(store.Get<Store>(), TimeProvider.System);

    /// <summary>Its periodic timers beat when the test says so.</summary>
    private sealed class PulsedClock : TimeProvider
    {
        private Action _beat = () => { };

        public void Beat() => _beat();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _beat = () => callback(state);
            return base.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
