using ServerlessParty.Audit;
using ServerlessParty.Classification;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Faults;

/// <summary>
/// Lets a process die at every single write to the store and at every letter of a day, whether or not it still arrived; a new
/// process then is asked for the same day again, and all must end as if nothing had happened.
/// </summary>
/// <param name="Day">May be repeated from its beginning at any point.</param>
/// <param name="End">Lets timers do their work, and holds how everything stands.</param>
/// <param name="Steps">Of the campaign that is ready to be opened.</param>
internal sealed record EveryCut(
    IReadOnlyCollection<Organization> Units, Func<FaultProcess, Task> Day, Func<FaultStore, FaultProcess, Task> End,
    params CampaignStep[] Steps)
{
    /// <returns>How many writes and letters an undisturbed day has; each was cut twice.</returns>
    public async Task<(int Writes, int Mails)> RunAsync()
    {
        var (writes, mails) = await CountAsync();
        await FaultCuts.EachAsync([.. FaultCuts.OfWrites(writes), .. FaultCuts.OfMails(mails)], DieAndGoOnAsync);
        return (writes, mails);
    }

    private async Task<(int Writes, int Mails)> CountAsync()
    {
        using var store = await FaultStore.CreateAsync(Units, Steps);
        using var process = store.Start();
        await Day(process);
        var counted = (process.Line.Writes, process.Line.Mails);
        await EndAsync(store, process);
        return counted;
    }

    private async Task<FaultCut> DieAndGoOnAsync(FaultCut cut)
    {
        using var store = await FaultStore.CreateAsync(Units, Steps);
        await FaultCuts.DieAsync(store, store.Start(cut), Day);
        using var process = store.Start();
        await Day(process);
        await EndAsync(store, process);
        return cut;
    }

    private async Task EndAsync(FaultStore store, FaultProcess process)
    {
        await End(store, process);
        foreach (var unit in Units)
        {
            var chain = await process.Get<VerifyChain>().RunAsync(unit.Id.Key, default);
            Assert.True(chain?.Intact, $"The trail of {unit.Id} is broken at {chain?.FirstBroken}.");
        }
    }
}
