using Azure;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Audit;

/// <summary>What a surviving chain cannot show by itself, the last anchor shows.</summary>
public sealed class AnchorTrailsTests
{
    private static readonly DateOnly Day = Given.Day("2026-11-02");

    [Fact]
    public async Task One_anchor_is_written_a_day_each_chained_to_the_one_before()
    {
        using var store = await FilledAsync();

        Assert.True(await AnchorAsync(store, Day));
        Assert.False(await AnchorAsync(store, Day));
        Assert.False(await AnchorAsync(store, Day.AddDays(-1)));
        Assert.True(await AnchorAsync(store, Day.AddDays(1)));

        var anchors = store.Get<IAuditAnchors>();
        Assert.Equal((await anchors.ReadAsync(Day, default)).Hash, (await anchors.ReadAsync(Day.AddDays(1), default)).Previous);
        Assert.Empty(await BrokenAsync(store));
    }

    [Fact]
    public async Task An_anchor_reads_as_it_was_written()
    {
        using var store = await FilledAsync();
        await AnchorAsync(store, Day);

        var anchor = await store.Get<IAuditAnchors>().ReadAsync(Day, default);

        Assert.Equal(["c1", "c2"], anchor.Heads.Keys.Order());
        Assert.Equal(anchor.Write(), AuditAnchor.Read(anchor.Write()).Write());
        Assert.Throws<FormatException>(() => AuditAnchor.Read("nothing of the kind"));
    }

    [Fact]
    public async Task A_dossier_set_back_whole_to_an_earlier_state_is_found()
    {
        using var store = await FilledAsync();
        var table = await store.Get<Store>().Dossiers;
        var earlier = await RowsAsync(table, "c1");
        await RenameAsync(store, "c1");
        await AnchorAsync(store, Day);
        await RemoveAsync(table, await RowsAsync(table, "c1"));
        await RestoreAsync(table, earlier);
        Assert.True((await store.Get<IAuditTrail>().VerifyAsync("c1", default))!.Intact, "The chain alone looks whole.");

        Assert.Equal(["c1"], await BrokenAsync(store));
        Assert.Equal(2, (await new VerifyChain(store.Get<IAuditTrail>(), store.Get<IAuditAnchors>()).RunAsync("c1", default))!.FirstBroken);
    }

    [Fact]
    public async Task A_dossier_that_vanished_is_found()
    {
        using var store = await FilledAsync();
        await AnchorAsync(store, Day);
        var table = await store.Get<Store>().Dossiers;

        await RemoveAsync(table, await RowsAsync(table, "c2"));

        Assert.Equal(["c2"], await BrokenAsync(store));
    }

    [Fact]
    public async Task An_anchor_that_was_rewritten_is_found()
    {
        using var store = await FilledAsync();
        await AnchorAsync(store, Day);
        await AnchorAsync(store, Day.AddDays(1));
        var first = await store.Get<IAuditAnchors>().ReadAsync(Day, default);
        var blob = (await store.Get<Store>().Anchors).GetBlobClient("20261102");

        await blob.UploadAsync(new BinaryData(first.Write().Replace("c1 1", "c1 2", StringComparison.Ordinal)), overwrite: true);

        Assert.Equal(["anchor 2026-11-03"], await BrokenAsync(store));
    }

    private static async Task<bool> AnchorAsync(TestStore store, DateOnly day) =>
        await new AnchorTrails(store.Get<IAuditAnchors>()).RunAsync(
            day, await store.Get<IAuditTrail>().HeadsAsync(default).ToDictionaryAsync(), default);

    private static async Task<List<string>> BrokenAsync(TestStore store)
    {
        using var fresh = await store.AgainAsync();
        var (trail, anchors) = (fresh.Get<IAuditTrail>(), fresh.Get<IAuditAnchors>());
        var verdicts = await new VerifyTrails(trail, anchors, new VerifyChain(trail, anchors)).RunAsync(default).ToListAsync();
        return [.. verdicts.Where(v => !v.Verdict.Intact).Select(v => v.Name)];
    }

    private static async Task<List<TableEntity>> RowsAsync(TableClient table, string dossier) =>
        await table.QueryAsync<TableEntity>($"PartitionKey eq '{dossier}'", cancellationToken: default).ToListAsync();

    private static async Task RemoveAsync(TableClient table, List<TableEntity> rows)
    {
        foreach (var row in rows)
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, default);
        }
    }

    private static async Task RestoreAsync(TableClient table, List<TableEntity> rows)
    {
        foreach (var row in rows)
        {
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, default);
        }
    }

    private static Task RenameAsync(TestStore store, string unit) => store.Get<IOrganizations>().ChangeAsync(
        Given.Id(unit), u => new(u with { Name = "Khác" }, new AuditNote("test", "organization.changed")), default);

    private static async Task<TestStore> FilledAsync()
    {
        var store = await TestStore.CreateAsync();
        await store.Get<IOrganizations>().SaveAllAsync([Given.Unit("c1"), Given.Unit("c2")], "test", default);
        return store;
    }
}
