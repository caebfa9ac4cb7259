using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Access;

public sealed class AccessRulesTests
{
    private static readonly OrganizationId Cell = OrganizationId.Parse("cell");
    private static readonly OrganizationId[] Above = [OrganizationId.Parse("branch"), OrganizationId.Parse("root")];

    [Theory]
    [InlineData(Role.Commission, "root", true)]
    [InlineData(Role.Commission, "branch", true)]
    [InlineData(Role.Commission, "BRANCH", true)] // ids that differ in case are one unit
    [InlineData(Role.Commission, "cell", true)]
    [InlineData(Role.Commission, "other", false)]
    [InlineData(Role.Supervisor, "branch", true)]
    [InlineData(Role.Supervisor, "other", false)]
    [InlineData(Role.Secretary, "cell", true)]
    [InlineData(Role.Secretary, "branch", false)] // a secretary answers for one unit, not for those below it
    public void A_role_covers_its_scope(Role role, string scope, bool covered) =>
        Assert.Equal(covered, AccessRules.Allows(Who(role, scope), Power.Read, Cell, Above));

    [Theory]
    [InlineData(Role.Commission, Power.Write, true)]
    [InlineData(Role.Commission, Power.Operate, false)] // the store is operated, not a unit
    [InlineData(Role.Supervisor, Power.Submit, true)]
    [InlineData(Role.Supervisor, Power.Decide, true)]
    [InlineData(Role.Supervisor, Power.Write, false)]
    [InlineData(Role.Secretary, Power.Submit, true)]
    [InlineData(Role.Secretary, Power.Decide, false)]
    [InlineData(Role.Operator, Power.Operate, true)]
    public void A_role_has_its_powers_over_its_own_unit(Role role, Power power, bool allowed) =>
        Assert.Equal(allowed, AccessRules.Allows(Who(role, "cell"), power, Cell, Above));

    [Theory]
    [InlineData(Role.Operator, false, Power.Operate, true)]
    [InlineData(Role.Commission, true, Power.Operate, true)]
    [InlineData(Role.Commission, false, Power.Read, false)]
    [InlineData(Role.Supervisor, true, Power.Read, true)]
    [InlineData(Role.Supervisor, true, Power.Write, false)]
    [InlineData(Role.Secretary, true, Power.Read, false)] // even of the root: a secretary is never staff
    public void Only_operators_and_staff_at_the_root_reach_the_store(Role role, bool root, Power power, bool allowed) =>
        Assert.Equal(allowed, AccessRules.AllowsStore(Who(role, "cell"), power, root));

    [Fact]
    public void Staff_without_a_scope_reach_nothing() =>
        Assert.False(AccessRules.Allows(new Caller(Role.Commission, "grant:1", null), Power.Read, Cell, Above));

    private static Caller Who(Role role, string scope) => new(role, "grant:1", OrganizationId.Parse(scope));
}
