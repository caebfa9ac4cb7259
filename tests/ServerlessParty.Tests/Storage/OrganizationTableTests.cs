using ServerlessParty.Audit;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class OrganizationTableTests
{
    private static readonly Organization[] Tree =
    [
        Given.Unit("p", kind: "Provincial"),
        Given.Unit("a", "p", "GrassrootsCommittee"),
        Given.Unit("a-1", "p", "GrassrootsCommittee"),
        Given.Unit("b", "p", "GrassrootsCommittee"),
        Given.Unit("a.x", "a"),
        Given.Unit("a.y", "a"),
        Given.Unit("b.x", "b"),
    ];

    [Fact]
    public async Task Saving_the_same_units_again_changes_nothing()
    {
        using var store = await TestStore.CreateAsync();
        var units = store.Get<IOrganizations>();

        var first = await units.SaveAllAsync(Tree, "test", default);
        var again = await units.SaveAllAsync(Tree, "test", default);

        Assert.Equal(new SavedCounts(7, 0, 0), first);
        Assert.Equal(new SavedCounts(0, 0, 7), again);
    }

    [Fact]
    public async Task A_changed_name_is_one_update_and_reaches_dossier_and_lists()
    {
        using var store = await FilledAsync();
        var units = store.Get<IOrganizations>();

        var saved = await units.SaveAllAsync([.. Tree.Select(u => u.Id == Given.Id("b") ? u with { Name = "Đảng bộ xã B" } : u)], "test", default);

        Assert.Equal(new SavedCounts(0, 1, 6), saved);
        Assert.Equal("Đảng bộ xã B", (await units.FindAsync(Given.Id("b"), default))!.Name);
        Assert.Contains(await ListAsync(units, null), u => u.Name == "Đảng bộ xã B");
    }

    [Fact]
    public async Task A_branch_lists_itself_and_what_is_below_parents_first_and_not_its_namesakes()
    {
        using var store = await FilledAsync();

        var listed = await ListAsync(store.Get<IOrganizations>(), "a");

        Assert.Equal(["a", "a.x", "a.y"], listed.Select(u => u.Id.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_of_any_size_hold_every_unit_once(int take)
    {
        using var store = await FilledAsync();
        var units = store.Get<IOrganizations>();
        var seen = new List<string>();

        var page = await units.PageAsync(Given.Id("p"), null, null, take, default);
        seen.AddRange(page.Items.Select(u => u.Id.Value));
        while (page.Next is not null)
        {
            page = await units.PageAsync(Given.Id("p"), null, page.Next, take, default);
            seen.AddRange(page.Items.Select(u => u.Id.Value));
        }

        Assert.Equal(Tree.Length, seen.Count);
        Assert.Equal(Tree.Select(u => u.Id.Value).Order(), seen.Order());
    }

    [Fact]
    public async Task Ids_that_differ_in_case_are_one_unit()
    {
        using var store = await FilledAsync();
        var units = store.Get<IOrganizations>();

        Assert.Equal("a.x", (await units.FindAsync(Given.Id("A.X"), default))!.Id.Value);
        Assert.Single(await units.FindManyAsync([Given.Id("A.x")], default));
    }

    [Fact]
    public async Task Many_ids_are_found_by_one_range_and_unknown_ones_left_out()
    {
        using var store = await FilledAsync();
        var wanted = Enumerable.Range(0, 80).Select(i => Given.Id($"none{i}")).Append(Given.Id("a")).Append(Given.Id("b.x")).ToList();

        var found = await store.Get<IOrganizations>().FindManyAsync(wanted, default);

        Assert.Equal(["a", "b.x"], found.Keys.Select(k => k.Value).Order());
    }

    [Fact]
    public async Task A_moved_branch_is_listed_at_its_new_place_only()
    {
        using var store = await FilledAsync();
        var units = store.Get<IOrganizations>();

        await units.MoveAsync(Given.Id("a"), Given.Id("b"), Note, default);

        Assert.Equal(["b", "a", "a.x", "a.y", "b.x"], (await ListAsync(units, "b")).Select(u => u.Id.Value));
        Assert.Equal(["b", "p"], (await units.AncestorsAsync(Given.Id("a"), default)).Select(u => u.Value));
        Assert.Equal(["a", "b", "p"], (await units.AncestorsAsync(Given.Id("a.x"), default)).Select(u => u.Value));
        Assert.Equal(7, (await ListAsync(units, null)).Count);
    }

    [Fact]
    public async Task A_move_cut_off_at_any_write_never_shows_the_branch_at_a_place_it_does_not_have_and_is_finished_later()
    {
        for (var cut = 1; ; cut++)
        {
            using var store = await FilledAsync();
            using var transport = new CuttingTransport();
            using var cutStore = await store.AgainAsync(transport);
            await WarmAsync(cutStore);
            transport.Reset();
            transport.CutAt = cut;
            var moved = await Record.ExceptionAsync(() =>
                cutStore.Get<IOrganizations>().MoveAsync(Given.Id("a"), Given.Id("b"), Note, default));

            var units = store.Get<IOrganizations>();
            var underB = (await ListAsync(units, "b")).Select(u => u.Id.Value).ToList();
            var above = await units.AncestorsAsync(Given.Id("a"), default);
            Assert.True(above.Contains(Given.Id("b")) || !underB.Contains("a.x"), $"Cut {cut}: seen below b before it was there.");
            Assert.True(!above.Contains(Given.Id("b")) || !await SeenAtOldPlaceAsync(units), $"Cut {cut}: still seen at the old place.");

            store.Clock.Advance(TimeSpan.FromHours(1));
            await units.FinishMovesAsync(default);
            await units.MoveAsync(Given.Id("a"), Given.Id("b"), Note, default);
            Assert.Equal(["b", "a", "a.x", "a.y", "b.x"], (await ListAsync(units, "b")).Select(u => u.Id.Value));
            Assert.Equal(7, (await ListAsync(units, null)).Count);
            if (moved is null)
            {
                Assert.True(cut > 5, "A move is more writes than this.");
                return;
            }
        }
    }

    [Fact]
    public async Task A_save_cut_off_after_the_dossiers_is_listed_after_the_next_hourly_run()
    {
        using var store = await TestStore.CreateAsync();
        using var transport = new CuttingTransport();
        using var cutStore = await store.AgainAsync(transport);
        await WarmAsync(cutStore);
        transport.Reset();
        transport.CutAt = Tree.Length + 3;

        await Assert.ThrowsAnyAsync<Exception>(() => cutStore.Get<IOrganizations>().SaveAllAsync(Tree, "test", default));
        store.Clock.Advance(TimeSpan.FromHours(1));
        var finished = await store.Get<IOrganizations>().FinishMovesAsync(default);

        Assert.Equal(1, finished);
        Assert.Equal(7, (await ListAsync(store.Get<IOrganizations>(), null)).Count);
        Assert.Equal(0, await store.Get<IOrganizations>().FinishMovesAsync(default));
    }

    [Fact]
    public async Task A_root_covers_the_store_only_while_it_is_the_only_one()
    {
        using var store = await FilledAsync();
        var units = store.Get<IOrganizations>();
        Assert.True(await units.CoversStoreAsync(Given.Id("p"), default));
        Assert.False(await units.CoversStoreAsync(Given.Id("a"), default));

        await units.SaveAllAsync([Given.Unit("q", kind: "Provincial")], "test", default);

        Assert.False(await units.CoversStoreAsync(Given.Id("p"), default));
        Assert.False(await units.CoversStoreAsync(Given.Id("q"), default));
    }

    [Fact]
    public async Task The_stamp_changes_with_the_tree_and_only_then()
    {
        using var store = await TestStore.CreateAsync();
        var units = store.Get<IOrganizations>();
        Assert.Null(await units.StampAsync(default));

        await units.SaveAllAsync(Tree, "test", default);
        var first = await units.StampAsync(default);
        await units.SaveAllAsync(Tree, "test", default);
        Assert.Equal(first, await units.StampAsync(default));

        await units.ChangeAsync(Given.Id("a"), u => new(u with { Name = "Khác" }, Note), default);
        Assert.NotEqual(first, await units.StampAsync(default));
    }

    private static AuditNote Note => new("test", "organization.moved");

    private static async Task<bool> SeenAtOldPlaceAsync(IOrganizations units)
    {
        var listed = (await ListAsync(units, "p")).Select(u => u.Id.Value).ToList();
        var b = listed.IndexOf("b");
        return listed.Contains("a") && listed.IndexOf("a") < b;
    }

    // Tables are created and settings read before writes are counted.
    private static async Task WarmAsync(TestStore store)
    {
        await ListAsync(store.Get<IOrganizations>(), null);
        await store.Get<IOrganizations>().StampAsync(default);
        await store.Get<IOrganizations>().FindAsync(Given.Id("p"), default);
    }

    private static async Task<List<Organization>> ListAsync(IOrganizations units, string? under) =>
        await units.SubtreeAsync(under is null ? null : Given.Id(under), default).ToListAsync();

    private static async Task<TestStore> FilledAsync()
    {
        var store = await TestStore.CreateAsync();
        await store.Get<IOrganizations>().SaveAllAsync(Tree, "test", default);
        return store;
    }
}
