using ServerlessParty.Storage.Upgrades;

namespace ServerlessParty.Hosting;

/// <summary>
/// <c>rebuild-minutes</c>: makes what minutes are found by again from the dossiers, beside a running instance. Cut off, it goes
/// on where it stopped; run again after its end, it begins anew.
/// </summary>
internal sealed class RebuildMinutesCommand(MinutesRebuild rebuild, MinutesRebuildCursor cursor) : ICommand
{
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var documents = await rebuild.RunAsync(await cursor.GetAsync(cancellationToken), cursor.SetAsync, cancellationToken);
        await cursor.SetAsync("", cancellationToken);
        Console.WriteLine($"documents {documents}");
        return 0;
    }
}
