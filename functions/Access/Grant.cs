using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>What a person was invited to do. It is read again at each request: a removed grant ends its sessions at once.</summary>
/// <param name="Id">Opaque and stable; stands for the person in the audit trail.</param>
/// <param name="Email">Lower case; names at most one grant.</param>
/// <param name="Scope">The unit whose subtree the role covers (a secretary's own unit); null for an operator only.</param>
public sealed record Grant(string Id, string Email, Role Role, OrganizationId? Scope)
{
    /// <summary>The person as a caller.</summary>
    public Caller ToCaller() => new(Role, $"grant:{Id}", Scope);
}

/// <summary>The people who were invited.</summary>
public interface IGrants
{
    /// <param name="email">In any case.</param>
    Task<Grant?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    Task<Grant?> FindAsync(string id, CancellationToken cancellationToken);

    /// <returns>False when the address already has a grant, which then stays as it is.</returns>
    Task<bool> AddAsync(Grant grant, CancellationToken cancellationToken);
}
