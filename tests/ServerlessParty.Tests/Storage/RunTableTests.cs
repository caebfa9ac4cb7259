using ServerlessParty.Hosting.Timers;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class RunTableTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_newest_runs_of_a_function_come_first_and_as_they_were()
    {
        using var store = await TestStore.CreateAsync();
        var history = store.Get<IRunHistory>();
        await history.AddAsync(Run(0), default);
        await history.AddAsync(Run(1) with { Ending = RunEnding.Failed, Counts = null, Failure = "TimeoutException" }, default);
        await history.AddAsync(Run(2) with { Function = "FileMail" }, default);

        var last = await history.LastAsync("SendLetters", 20, default);

        Assert.Equal([Run(1) with { Ending = RunEnding.Failed, Counts = null, Failure = "TimeoutException" }, Run(0)], last);
    }

    [Fact]
    public async Task A_run_worth_keeping_is_one_write_and_their_list_stays_short()
    {
        using var line = new CuttingTransport();
        using var store = await TestStore.CreateAsync(line);
        var history = store.Get<IRunHistory>();
        await history.AddAsync(Run(0), default);
        line.Reset();
        foreach (var n in Enumerable.Range(1, 24))
        {
            await history.AddAsync(Run(n), default);
        }

        Assert.Equal(24, line.Requests);
        await history.AddAsync(Run(0) with { Function = "FileMail" }, default);
        await history.TrimAsync(20, default);
        await history.TrimAsync(20, default);

        var left = await history.LastAsync("SendLetters", 100, default);
        Assert.Equal((20, Start.AddMinutes(24 * 5)), (left.Count, left[0].StartedAt));
        Assert.Single(await history.LastAsync("FileMail", 9, default));
    }

    private static RunRecord Run(int n) => new(
        "SendLetters", Start.AddMinutes(5 * n), TimeSpan.FromMilliseconds(1_250), RunEnding.Finished, """{"handedOver":3}""", null, "a-1");
}
