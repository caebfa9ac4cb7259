using ServerlessParty.Audit;
using ServerlessParty.Minutes;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;
using ServerlessParty.Storage.Upgrades;
using ServerlessParty.Tests.Support;
using ServerlessParty.Web;
using Xunit.Abstractions;

namespace ServerlessParty.Tests.Storage.Upgrades;

/// <summary>From a store of the first schema on.</summary>
public sealed class UpgradeStoreTests(ITestOutputHelper output)
{
    private static readonly string[] Units = ["c1", "c2", "c3"];

    [Fact]
    public async Task Minutes_of_a_store_that_had_no_search_are_found_after_the_upgrade()
    {
        using var store = await TestStore.CreateAsync();
        var first = await FirstSchemaStore.WriteAsync(store.Prefix, Units);
        Assert.Empty(await FoundAsync(store, "chi", "bo"));

        Assert.Equal(UpgradeEnding.Complete, await Upgrade(store).RunAsync(default));

        Assert.Equal(Units, await FoundAsync(store, "chi", "bo"));
        Assert.Equal(["c2"], await FoundAsync(store, "c2"));
        Assert.Equal((1, 1), ((await first.FormatAsync())?.GetInt32("Version"), (await first.FormatAsync())?.GetInt32("Upgraded")));
    }

    [Fact]
    public async Task Wherever_a_process_dies_the_next_one_brings_the_upgrade_to_its_end()
    {
        var writes = await WritesAsync();
        output.WriteLine($"{writes} writes, {2 * writes} cases.");
        Assert.InRange(writes, 5, 100);
        foreach (var (cut, delivers) in Enumerable.Range(1, writes).SelectMany(n => new[] { (n, false), (n, true) }))
        {
            using var line = new CuttingTransport { CutAt = cut, Delivers = delivers };
            using var dying = await TestStore.CreateAsync(line);
            var first = await FirstSchemaStore.WriteAsync(dying.Prefix, Units);
            await Assert.ThrowsAsync<LineCutException>(() => Upgrade(dying).RunAsync(default));

            using var next = await dying.AgainAsync();
            Assert.Equal(UpgradeEnding.Complete, await Upgrade(next).RunAsync(default));

            Assert.Equal(Units, await FoundAsync(next, "chi", "bo"));
            Assert.Equal(1, (await first.FormatAsync())?.GetInt32("Upgraded"));
        }
    }

    [Fact]
    public async Task What_is_done_is_not_done_again_and_what_was_begun_goes_on_behind_its_cursor()
    {
        using var store = await TestStore.CreateAsync();
        var first = await FirstSchemaStore.WriteAsync(store.Prefix, Units);
        await first.SetAsync("Cursor", "c2");

        await Upgrade(store).RunAsync(default);

        Assert.Equal(["c3"], await FoundAsync(store, "chi"));
        using var line = new CuttingTransport();
        using var later = await store.AgainAsync(line);
        await Upgrade(later).RunAsync(default);
        Assert.Equal((1, 0), (line.Requests, line.Writes));
    }

    [Fact]
    public async Task How_far_it_is_is_kept_on_the_way()
    {
        using var store = await TestStore.CreateAsync();
        await FirstSchemaStore.WriteAsync(store.Prefix, [.. Enumerable.Range(100, 51).Select(n => $"c{n}")]);
        var kept = new List<string>();

        var documents = await store.Get<MinutesRebuild>().RunAsync(
            "", (cursor, _) =>
            {
                kept.Add(cursor);
                return Task.CompletedTask;
            },
            default);

        Assert.Equal((51, "c149"), (documents, Assert.Single(kept)));
    }

    [Fact]
    public async Task A_new_store_needs_no_upgrade()
    {
        using var store = await TestStore.CreateAsync();
        await store.Get<IOrganizations>().SaveAllAsync([Given.Unit("c1")], "test", default);

        Assert.Equal(StoreSchema.Current.Last, (await store.Get<Store>().FormatAsync()).Upgraded);
    }

    [Fact]
    public async Task Once_all_tables_and_containers_were_made_no_process_asks_for_them_again()
    {
        using var store = await TestStore.CreateAsync();
        await Upgrade(store).RunAsync(default);
        using var line = new CuttingTransport();
        using var later = await store.AgainAsync(line);

        Assert.Null(await later.Get<IOrganizations>().FindAsync(Given.Id("c1"), default));
        Assert.Null(await later.Get<IMinutes>().FindBytesAsync(Given.Id("c1"), new string('0', 64), default));
        Assert.Empty(await later.Get<IAuditAnchors>().DaysAsync(default));

        Assert.Equal((4, 0), (line.Requests, line.Writes));
    }

    [Fact]
    public async Task A_newer_store_is_refused_and_left_as_it_is()
    {
        using var store = await TestStore.CreateAsync();
        var first = await FirstSchemaStore.WriteAsync(store.Prefix, Units);
        await first.SetAsync("Version", 99);

        var refused = await Assert.ThrowsAsync<UnavailableException>(
            () => store.Get<IOrganizations>().SaveAllAsync([Given.Unit("c9")], "test", default));
        await Assert.ThrowsAsync<UnavailableException>(() => Upgrade(store).RunAsync(default));

        Assert.Equal("store.newer", refused.Code);
        Assert.Contains("99", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["Dossiers", "Settings"], await first.TablesAsync());
        Assert.False(await store.Get<Store>().Plain("Settings").QueryAsync<TableEntity>().Skip(1).AnyAsync());
    }

    private static async Task<int> WritesAsync()
    {
        using var line = new CuttingTransport();
        using var store = await TestStore.CreateAsync(line);
        await FirstSchemaStore.WriteAsync(store.Prefix, Units);
        await Upgrade(store).RunAsync(default);
        return line.Writes;
    }

    /// <summary>Leases in memory: one that a dead process left would have to be waited for.</summary>
    private static UpgradeStore Upgrade(TestStore store) => new(store.Get<Store>(), new InMemoryRunLeases(), store.Clock);

    private static async Task<List<string>> FoundAsync(TestStore store, params string[] words)
    {
        var page = await store.Get<IMinutesIndex>().FindAsync(new(Words: words), null, 50, default);
        return [.. page.Items.Select(i => i.Id.Key.Organization.Value)];
    }
}
