using Azure;
using ServerlessParty.Audit;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

/// <summary>Whatever somebody with access to the table does to a dossier behind the product's back is found.</summary>
public sealed class AuditTableTests
{
    public static TheoryData<string, Func<TableClient, Task>> Damages => new()
    {
        { "an entry is edited", t => EditAsync(t, "audit|0000000002", "Actor", "somebody else") },
        { "an entry is removed from the middle", t => RemoveAsync(t, "audit|0000000002") },
        { "the last entry is cut off", t => RemoveAsync(t, "audit|0000000004") },
        { "the last entry is cut off and the head set back", async t =>
            {
                await RemoveAsync(t, "audit|0000000004");
                await EditAsync(t, "head", "Sequence", 3);
            }
        },
        { "an entry is inserted", async t =>
            {
                var copy = await ReadAsync(t, "audit|0000000004");
                copy.RowKey = "audit|0000000005";
                await t.AddEntityAsync(copy);
            }
        },
        { "two entries change places", async t =>
            {
                var (second, third) = (await ReadAsync(t, "audit|0000000002"), await ReadAsync(t, "audit|0000000003"));
                (second.RowKey, third.RowKey) = (third.RowKey, second.RowKey);
                await t.UpsertEntityAsync(second, TableUpdateMode.Replace);
                await t.UpsertEntityAsync(third, TableUpdateMode.Replace);
            }
        },
        { "an obligation is edited", t => EditAsync(t, "obligation|rating.organization|2026", "State", "Accepted") },
        { "an obligation is removed", t => RemoveAsync(t, "obligation|rating.organization|2026") },
        { "the unit is edited", t => EditAsync(t, "unit", "Name", "Khác") },
        { "a row is slipped in", t => t.AddEntityAsync(new TableEntity("c1", "obligation|rating.members|2026") { ["State"] = "Accepted" }) },
    };

    [Fact]
    public async Task A_trail_that_nobody_touched_is_intact_and_complete()
    {
        using var store = await ChangedAsync();

        Assert.Equal(new ChainVerification(true, 4, null), await store.Get<IAuditTrail>().VerifyAsync("c1", default));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damage_is_found(string what, Func<TableClient, Task> damage)
    {
        using var store = await ChangedAsync();
        await damage(await store.Get<Store>().Dossiers);

        var verification = await store.Get<IAuditTrail>().VerifyAsync("c1", default);

        Assert.False(verification!.Intact, $"Not found: {what}.");
        Assert.NotNull(verification.FirstBroken);
    }

    [Fact]
    public async Task An_unknown_dossier_has_no_verdict()
    {
        using var store = await ChangedAsync();

        Assert.Null(await store.Get<IAuditTrail>().VerifyAsync("nobody", default));
    }

    [Fact]
    public async Task Entries_are_read_in_order_and_in_pages()
    {
        using var store = await ChangedAsync();
        var trail = store.Get<IAuditTrail>();

        Assert.Equal([1, 2], (await trail.ReadAsync("c1", 0, 2, default)).Select(e => e.Sequence));
        Assert.Equal([3, 4], (await trail.ReadAsync("c1", 2, 2, default)).Select(e => e.Sequence));
        Assert.Equal(
            ["organization.imported", "obligation.opened", "obligation.extended", "obligation.submitted"],
            (await trail.ReadAsync("c1", 0, 9, default)).Select(e => e.Action));
    }

    private static async Task<TestStore> ChangedAsync()
    {
        var store = await TestStore.CreateAsync();
        await store.Get<IOrganizations>().SaveAllAsync([Given.Unit("c1")], "test", default);
        var obligations = store.Get<IObligations>();
        await obligations.OpenAsync([Given.Obligation("c1")], "test", default);
        await obligations.ChangeAsync(
            Given.Key("c1"), o => new ObligationOutcome.Changed(o with { DueOn = Given.Day("2026-12-10") }, "obligation.extended"), "test", default);
        await obligations.ChangeAsync(
            Given.Key("c1"), o => new ObligationOutcome.Changed(o with { State = ObligationState.Submitted }, "obligation.submitted"), "test", default);
        return store;
    }

    private static async Task<TableEntity> ReadAsync(TableClient table, string row) =>
        (await table.GetEntityAsync<TableEntity>("c1", row)).Value;

    private static async Task EditAsync(TableClient table, string row, string property, object value)
    {
        var stored = await ReadAsync(table, row);
        stored[property] = value;
        await table.UpdateEntityAsync(stored, ETag.All, TableUpdateMode.Replace);
    }

    private static Task RemoveAsync(TableClient table, string row) => table.DeleteEntityAsync("c1", row, ETag.All);
}
