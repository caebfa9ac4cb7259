using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Access;

public sealed class InviteTests
{
    private readonly InMemoryGrants _grants = new();
    private readonly FixedTree _tree = new();

    [Fact]
    public async Task An_invited_person_is_known_by_address_in_any_case()
    {
        var outcome = await InviteAsync("Staff@Example.org", "commission", "north");

        var invited = Assert.IsType<InviteOutcome.Invited>(outcome).Grant;
        Assert.Equal(Role.Commission, invited.Role);
        Assert.Equal(OrganizationId.Parse("north"), invited.Scope);
        Assert.Equal(invited, await _grants.FindByEmailAsync("STAFF@example.org", CancellationToken.None));
    }

    [Theory]
    [InlineData("no-address", "commission", "north", "invite.email")]
    [InlineData("a@example.org", "king", "north", "invite.role")]
    [InlineData("a@example.org", "0", "north", "invite.role")] // a number is not the name of a role
    [InlineData("a@example.org", "commission", "no-such-unit", "invite.unit")]
    [InlineData("a@example.org", "secretary", null, "invite.unit")]
    [InlineData("a@example.org", "operator", "north", "invite.unit")]
    public async Task A_wrong_invitation_is_refused_by_name(string email, string role, string? unit, string code)
    {
        Assert.Equal(new InviteOutcome.Refused(code), await InviteAsync(email, role, unit));
        Assert.Null(await _grants.FindByEmailAsync(email, CancellationToken.None));
    }

    [Fact]
    public async Task An_operator_is_invited_without_a_unit() =>
        Assert.Null(Assert.IsType<InviteOutcome.Invited>(await InviteAsync("o@example.org", "Operator", "-")).Grant.Scope);

    [Fact]
    public async Task A_second_invitation_does_not_change_the_first()
    {
        await InviteAsync("a@example.org", "supervisor", "north");

        Assert.Equal(new InviteOutcome.Refused("invite.exists"), await InviteAsync("A@example.org", "commission", "root"));
        Assert.Equal(Role.Supervisor, (await _grants.FindByEmailAsync("a@example.org", CancellationToken.None))!.Role);
    }

    [Fact]
    public async Task Nobody_is_invited_to_a_closed_unit()
    {
        _tree["cell-1"] = _tree["cell-1"] with { ValidTo = new DateOnly(2026, 1, 1) };

        Assert.Equal(new InviteOutcome.Refused("invite.unit"), await InviteAsync("a@example.org", "secretary", "cell-1"));
    }

    private Task<InviteOutcome> InviteAsync(string email, string role, string? unit) =>
        new Invite(_grants, _tree).RunAsync(email, role, unit, CancellationToken.None);
}
