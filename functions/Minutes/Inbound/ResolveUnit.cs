using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>Finds the unit that a person typed: by its id, else by its official code.</summary>
public sealed class ResolveUnit(IOrganizations organizations, KnownContacts known)
{
    public async Task<OrganizationId?> RunAsync(string? typed, CancellationToken cancellationToken)
    {
        var text = typed?.Trim() ?? "";
        return OrganizationId.TryParse(text, out var id) && await organizations.FindAsync(id, cancellationToken) is { } unit
            ? unit.Id
            : await known.ByCodeAsync(text, cancellationToken);
    }
}
