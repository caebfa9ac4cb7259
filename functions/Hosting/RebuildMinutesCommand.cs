using ServerlessParty.Storage;
using ServerlessParty.Storage.Upgrades;

namespace ServerlessParty.Hosting;

/// <summary>
/// <c>rebuild-minutes</c>: makes what minutes are found by again from the dossiers, beside a running instance. Cut off, it goes
/// on where it stopped; run again after its end, it begins anew.
/// </summary>
internal sealed class RebuildMinutesCommand(MinutesRebuild rebuild, UnitCursors cursors) : ICommand
{
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var documents = await rebuild.RunAsync(
            await cursors.GetAsync(UnitCursors.Minutes, cancellationToken), KeepAsync, cancellationToken);
        await KeepAsync("", cancellationToken);
        Console.WriteLine($"documents {documents}");
        return 0;
    }

    private Task KeepAsync(string after, CancellationToken cancellationToken) =>
        cursors.SetAsync(UnitCursors.Minutes, after, cancellationToken);
}
