using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting;

/// <summary><c>verify-audit</c>: checks the trail of every unit, names those whose chain is broken, and fails if there is one.</summary>
internal sealed class VerifyAuditCommand(VerifyChain verify, IOrganizations organizations) : ICommand
{
    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var (units, entries, broken) = (0, 0L, 0);
        await foreach (var unit in organizations.SubtreeAsync(null, cancellationToken))
        {
            var verdict = await verify.RunAsync(unit.Id.Value, cancellationToken);
            units++;
            entries += verdict?.Entries ?? 0;
            if (verdict is not { Intact: true })
            {
                broken++;
                Console.WriteLine($"broken: {unit.Id.Value} at entry {verdict?.FirstBroken ?? 1}");
            }
        }

        Console.WriteLine($"units {units}, entries {entries}, broken {broken}");
        return broken == 0 ? 0 : 1;
    }
}
