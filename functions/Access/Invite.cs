using System.Security.Cryptography;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>Gives a person a role over a unit; the person then signs in by mail. A second invitation of an address is refused, not merged.</summary>
public sealed class Invite(IGrants grants, IOrganizations organizations)
{
    /// <param name="role">A <see cref="Role"/> by name, in any case.</param>
    /// <param name="unit">The unit that the role covers; for an operator, and only for one, nothing or <c>-</c>.</param>
    public async Task<InviteOutcome> RunAsync(
        string email, string role, string? unit, CancellationToken cancellationToken)
    {
        if (!EmailAddress.IsValid(email))
        {
            return new InviteOutcome.Refused("invite.email");
        }

        if (!Enum.GetNames<Role>().Contains(role, StringComparer.OrdinalIgnoreCase))
        {
            return new InviteOutcome.Refused("invite.role");
        }

        var parsed = Enum.Parse<Role>(role, ignoreCase: true);
        var scope = OrganizationId.TryParse(unit, out var id) ? id : (OrganizationId?)null;
        return await MayCoverAsync(parsed, unit, scope, cancellationToken)
            ? await AddAsync(email, parsed, scope, cancellationToken)
            : new InviteOutcome.Refused("invite.unit");
    }

    private async Task<bool> MayCoverAsync(
        Role role, string? unit, OrganizationId? scope, CancellationToken cancellationToken) =>
        role is Role.Operator
            ? unit is null or "" or "-"
            : scope is { } id && await organizations.FindAsync(id, cancellationToken) is { IsClosed: false };

    private async Task<InviteOutcome> AddAsync(
        string email, Role role, OrganizationId? scope, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var grant = new Grant(id, email.ToLowerInvariant(), role, scope);
        return await grants.AddAsync(grant, cancellationToken)
            ? new InviteOutcome.Invited(grant) : new InviteOutcome.Refused("invite.exists");
    }
}

/// <summary>What became of an invitation.</summary>
public abstract record InviteOutcome
{
    private InviteOutcome()
    {
    }

    public sealed record Invited(Grant Grant) : InviteOutcome;

    /// <param name="Code"><c>invite.email</c>, <c>invite.role</c>, <c>invite.unit</c> (unknown or closed, or given for an operator) or <c>invite.exists</c>.</param>
    public sealed record Refused(string Code) : InviteOutcome;
}
