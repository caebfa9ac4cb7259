using ServerlessParty.Audit;

namespace ServerlessParty.Hosting;

/// <summary><c>verify-audit</c>: checks every trail against its rows and the anchors, names what is broken, and fails if anything is.</summary>
internal sealed class VerifyAuditCommand(VerifyTrails verify) : ICommand
{
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var (trails, entries, broken) = (0, 0L, 0);
        await foreach (var (name, verdict) in verify.RunAsync(cancellationToken))
        {
            trails++;
            entries += verdict.Entries;
            if (!verdict.Intact)
            {
                broken++;
                Console.WriteLine($"broken: {name} at entry {verdict.FirstBroken}");
            }
        }

        Console.WriteLine($"trails {trails}, entries {entries}, broken {broken}");
        return broken == 0 ? 0 : 1;
    }
}
