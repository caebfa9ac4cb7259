using Azure;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Storage;

namespace ServerlessParty.Benchmarks;

/// <summary>Fills a store for the planner, which reads projections and no dossier: so only those are written.</summary>
internal static class Filling
{
    public static async Task RunAsync(Office office, IReadOnlyList<Organization> units, IEnumerable<DueItem> owed)
    {
        var byId = units.ToDictionary(u => u.Id);
        await office.Get<OrganizationProjection>().PutAsync(units.Select(u => (u, Path(u, byId))), default);
        await office.Get<OrganizationStamp>().RenewAsync(default);
        await OweAsync(office, owed);
        await office.ArmAsync();
    }

    public static Task OweAsync(Office office, IEnumerable<DueItem> owed) =>
        office.Get<DueTable>().ConfirmAsync(owed.Select(item => (item, 1)), default);

    /// <summary>As if nothing had been planned yet.</summary>
    public static async Task ForgetPlansAsync(Office office)
    {
        foreach (var table in new[] { await office.Store.Reminders, await office.Store.Letters })
        {
            await Batches.SubmitAsync(
                table, (await Rows.OfAsync(table)).Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, ETag.All)), default);
        }
    }

    private static string Path(Organization unit, Dictionary<OrganizationId, Organization> byId)
    {
        var above = new List<OrganizationId> { unit.Id };
        while (byId[above[0]].ParentId is { } parent)
        {
            above.Insert(0, parent);
        }

        return Keys.Path(above);
    }
}
