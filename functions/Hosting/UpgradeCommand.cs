using ServerlessParty.Storage.Upgrades;

namespace ServerlessParty.Hosting;

/// <summary><c>upgrade</c>: brings the store to this version's format now, instead of with the next timer.</summary>
internal sealed class UpgradeCommand(UpgradeStore upgrade) : ICommand
{
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var isComplete = await upgrade.RunAsync(cancellationToken) is UpgradeEnding.Complete;
        Console.WriteLine(isComplete ? "the store is up to date" : "another process is upgrading the store");
        return isComplete ? 0 : 1;
    }
}
