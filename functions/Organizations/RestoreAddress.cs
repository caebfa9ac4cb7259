using ServerlessParty.Audit;

namespace ServerlessParty.Organizations;

/// <summary>
/// Lets letters go again to an address of a unit that they came back from, since somebody knows that it works: a mailbox was full,
/// a server was down. An address whose reader wants no more letters is not for others to restore. Said again, it changes nothing.
/// </summary>
public sealed class RestoreAddress(IOrganizations organizations, IContactWatch watch)
{
    /// <param name="address">As written; another than the unit's changes nothing.</param>
    /// <returns>False when there is no such unit.</returns>
    public async Task<bool> RunAsync(OrganizationId id, string address, string actor, CancellationToken cancellationToken)
    {
        await watch.ReplacingAsync(id, cancellationToken);
        return await organizations.ChangeAsync(
            id,
            unit => ContactMarks.OfRestored(unit, address.Trim().ToLowerInvariant()) is { } after
                ? new(after, new AuditNote(actor, "organization.reachable")) : null,
            cancellationToken) is not null;
    }
}
