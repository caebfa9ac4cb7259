using System.Text.Json;
using ServerlessParty.Obligations;

namespace ServerlessParty.Hosting;

/// <summary><c>rebuild-due</c>: compares the whole projection by due day with its dossiers and mends it.</summary>
internal sealed class RebuildDueCommand(RebuildDue rebuild) : ICommand
{
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var counts = await rebuild.RunAsync(cancellationToken);
        Console.WriteLine(JsonSerializer.Serialize(counts, JsonSerializerOptions.Web));
        return 0;
    }
}
