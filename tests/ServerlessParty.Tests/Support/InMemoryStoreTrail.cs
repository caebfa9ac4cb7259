using ServerlessParty.Audit;

namespace ServerlessParty.Tests.Support;

/// <summary>Chains of the store in memory.</summary>
internal sealed class InMemoryStoreTrail : IStoreTrail
{
    public List<(string Chain, AuditNote Note)> Notes { get; } = [];

    public Task AppendAsync(string chain, AuditNote note, CancellationToken cancellationToken)
    {
        Notes.Add((chain, note));
        return Task.CompletedTask;
    }
}
