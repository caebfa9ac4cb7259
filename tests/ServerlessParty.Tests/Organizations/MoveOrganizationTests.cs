using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

public sealed class MoveOrganizationTests
{
    private readonly InMemoryOrganizations _store = new(
        Units.Unit("r"), Units.Unit("a", "r"), Units.Unit("b", "a"), Units.Unit("c", "b"),
        Units.Unit("old", "r", validTo: new(2025, 6, 30)), Units.Unit("under-old", "old"));

    [Fact]
    public async Task A_branch_moves_with_its_unit()
    {
        Assert.IsType<MoveOutcome.Moved>(await RunAsync("b", "r"));

        Assert.Equal(["b", "r"], (await _store.AncestorsAsync(OrganizationId.Parse("c"), default)).Select(i => i.Value));
        Assert.Equal(("organization.moved", "operator"), (_store.Trail[0].Note.Action, _store.Trail[0].Note.Actor));
    }

    [Fact]
    public async Task Without_a_superior_a_unit_becomes_a_root()
    {
        await RunAsync("b", null);

        Assert.Null(_store["b"].ParentId);
    }

    [Theory]
    [InlineData("a", "a", "organization.parent.loop")]
    [InlineData("a", "c", "organization.parent.loop")]
    [InlineData("a", "nobody", "organization.parent.unknown")]
    [InlineData("a", "old", "organization.parent.closed")]
    public async Task A_move_that_makes_no_sense_is_refused_by_name(string unit, string parent, string code)
    {
        Assert.Equal(new MoveOutcome.Refused(code), await RunAsync(unit, parent));
        Assert.Empty(_store.Trail);
    }

    [Fact]
    public async Task A_branch_that_would_reach_too_deep_is_refused()
    {
        for (var depth = 1; depth < Organization.MaxDepth; depth++)
        {
            _store.Put(Units.Unit($"d{depth}", depth == 1 ? null : $"d{depth - 1}"));
        }

        Assert.Equal(new MoveOutcome.Refused("organization.parent.tooDeep"), await RunAsync("b", $"d{Organization.MaxDepth - 1}"));
        Assert.IsType<MoveOutcome.Moved>(await RunAsync("c", $"d{Organization.MaxDepth - 1}"));
    }

    [Fact]
    public async Task A_move_asked_for_again_changes_nothing()
    {
        Assert.IsType<MoveOutcome.Moved>(await RunAsync("under-old", "old"));

        Assert.Empty(_store.Trail);
    }

    [Fact]
    public async Task A_unit_that_does_not_exist_is_not_found() =>
        Assert.IsType<MoveOutcome.NotFound>(await RunAsync("nobody", "r"));

    private Task<MoveOutcome> RunAsync(string id, string? parent) => new MoveOrganization(_store).RunAsync(
        OrganizationId.Parse(id), parent is null ? null : OrganizationId.Parse(parent), "operator", CancellationToken.None);
}
