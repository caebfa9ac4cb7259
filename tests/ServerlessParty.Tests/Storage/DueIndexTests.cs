using Azure;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class DueIndexTests
{
    private static readonly string[] Cells = ["c1", "c2", "c3"];

    [Fact]
    public async Task A_rebuild_of_lines_that_are_right_changes_none()
    {
        using var store = await OpenedAsync();

        Assert.Equal(new RebuiltDue(3, 0, 0, 0), await store.Get<IDueIndex>().RebuildAsync(default));
    }

    [Fact]
    public async Task A_rebuild_adds_what_is_missing_corrects_what_is_wrong_and_removes_what_belongs_to_nothing()
    {
        using var store = await OpenedAsync();
        var lines = await LinesAsync(store);
        await lines.Table.DeleteEntityAsync(lines.Rows[0].PartitionKey, lines.Rows[0].RowKey, ETag.All, default);
        await lines.Table.UpsertEntityAsync(With(lines.Rows[1], "State", "Accepted"), TableUpdateMode.Merge, default);
        var orphan = With(lines.Rows[2], "State", "Open");
        orphan.RowKey = "nobody|rating.organization|2026";
        orphan["Id"] = "nobody";
        await lines.Table.AddEntityAsync(orphan, default);
        store.Clock.SetTo("2040-01-01T00:00:00Z");

        var rebuilt = await store.Get<IDueIndex>().RebuildAsync(default);

        Assert.Equal(new RebuiltDue(3, 1, 1, 1), rebuilt);
        Assert.Equal(new RebuiltDue(3, 0, 0, 0), await store.Get<IDueIndex>().RebuildAsync(default));
        Assert.Equal(3, (await LinesAsync(store)).Rows.Count);
    }

    [Fact]
    public async Task A_line_announced_a_moment_ago_is_left_to_its_writer()
    {
        using var store = await OpenedAsync();
        await store.Get<DueTable>().AnnounceAsync([Given.Obligation("c9").ToDue()], default);
        store.Clock.SetTo("2020-01-01T00:00:00Z");

        var rebuilt = await store.Get<IDueIndex>().RebuildAsync(default);

        Assert.Equal(0, rebuilt.Removed);
        Assert.Equal(4, (await LinesAsync(store)).Rows.Count);
    }

    [Fact]
    public async Task A_rebuild_beside_running_writers_never_says_too_little_and_the_next_mends_what_it_said_too_much()
    {
        using var store = await OpenedAsync();
        using var other = await store.AgainAsync();
        var writers = Task.WhenAll(Cells.Select(cell => ChangeOftenAsync(other.Get<IObligations>(), cell)));

        while (!writers.IsCompleted)
        {
            await store.Get<IDueIndex>().RebuildAsync(default);
        }

        await writers;
        var owed = await Task.WhenAll(Cells.Select(c => store.Get<IObligations>().FindAsync(Given.Key(c), default)));
        var lines = await DueAsync(store);
        Assert.All(owed, o => Assert.Contains(o!.ToDue(), lines));

        store.Clock.SetTo("2040-01-01T00:00:00Z");
        await store.Get<IDueIndex>().RebuildAsync(default);
        Assert.Equal(owed.Select(o => o!.ToDue()).ToHashSet(), [.. await DueAsync(store)]);
    }

    [Fact]
    public async Task Slices_go_on_where_the_last_ended_and_begin_again_after_the_last_unit()
    {
        using var store = await OpenedAsync();
        var index = store.Get<IDueIndex>();

        var compared = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            compared.Add((await index.CompareSliceAsync(2, default)).Compared);
        }

        Assert.Equal([2, 1, 2, 1], compared);
    }

    [Fact]
    public async Task A_slow_writer_does_not_put_an_older_state_over_a_newer_one()
    {
        using var store = await OpenedAsync();
        var due = store.Get<DueTable>();
        var item = Given.Obligation("c1").ToDue();

        await due.SettleAsync(item with { State = ObligationState.Returned }, 9, default);
        await due.SettleAsync(item with { State = ObligationState.Submitted }, 8, default);

        var stored = await store.Get<IDueIndex>().BetweenAsync(item.DueOn, item.DueOn, DueStates.Reminded, default).ToListAsync();
        Assert.Contains(stored, d => d.Key == item.Key && d.State == ObligationState.Returned);
    }

    private static async Task ChangeOftenAsync(IObligations obligations, string cell)
    {
        for (var day = 5; day < 25; day++)
        {
            var dueOn = Given.Day($"2026-12-{day:D2}");
            await obligations.ChangeAsync(
                Given.Key(cell), o => new ObligationOutcome.Changed(o with { DueOn = dueOn }, "obligation.extended"), "test", default);
        }
    }

    private static async Task<List<DueItem>> DueAsync(TestStore store) => await store.Get<IDueIndex>()
        .BetweenAsync(Given.Day("2026-12-01"), Given.Day("2026-12-31"), DueStates.All, default).ToListAsync();

    private static TableEntity With(TableEntity row, string name, object value)
    {
        var copy = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var property in new[] { "Id", "ArmedOn", "State" })
        {
            copy[property] = row.GetString(property);
        }

        copy["Sequence"] = 0;
        copy[name] = value;
        return copy;
    }

    private static async Task<(TableClient Table, List<TableEntity> Rows)> LinesAsync(TestStore store)
    {
        var table = await store.Get<Store>().Due;
        return (table, await table.QueryAsync<TableEntity>(cancellationToken: default).ToListAsync());
    }

    private static async Task<TestStore> OpenedAsync()
    {
        var store = await TestStore.CreateAsync();
        Organization[] units = [Given.Unit("p", kind: "Provincial"), .. Cells.Select(c => Given.Unit(c, "p"))];
        await store.Get<IOrganizations>().SaveAllAsync(units, "test", default);
        await store.Get<IObligations>().OpenAsync([.. Cells.Select(c => Given.Obligation(c))], "test", default);
        return store;
    }
}
