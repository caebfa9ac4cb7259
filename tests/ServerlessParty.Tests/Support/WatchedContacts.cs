using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Notes which units' contacts were about to be replaced.</summary>
internal sealed class WatchedContacts : IContactWatch
{
    public List<OrganizationId> Replacing { get; } = [];

    public Task ReplacingAsync(OrganizationId unit, CancellationToken cancellationToken)
    {
        lock (Replacing)
        {
            Replacing.Add(unit);
        }

        return Task.CompletedTask;
    }
}
