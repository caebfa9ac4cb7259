using ServerlessParty.Organizations;
using ServerlessParty.Storage;

namespace ServerlessParty.Benchmarks;

/// <summary>One planning in a store of its own, and right after it the same rows by raw requests.</summary>
internal sealed record PlanningRound(int Cells, int Requests, int Fewest, TimeSpan Time, TimeSpan RawTime)
{
    public static async Task<PlanningRound> RunAsync(string connection, string prefix, IReadOnlyList<Organization> units)
    {
        await using (var filling = Office.Open(connection, prefix))
        {
            await FillAsync(filling, units);
        }

        await using var office = Office.Open(connection, prefix);
        var began = TimeProvider.System.GetTimestamp();
        var planned = await office.PlanAsync();
        var time = TimeProvider.System.GetElapsedTime(began);
        var requests = office.Requests;
        var raw = await RawPlanning.OfAsync(office.Store);
        return new(planned.Reminders, requests, raw.Fewest, time, await raw.RunAsync());
    }

    /// <summary>The planner reads the projections only, so only they are filled.</summary>
    private static async Task FillAsync(Office office, IReadOnlyList<Organization> units)
    {
        var byId = units.ToDictionary(u => u.Id);
        await office.Get<OrganizationProjection>().PutAsync(units.Select(u => (u, Path(u, byId))), default);
        var owed = units.Where(u => u.Kind.Value.EndsWith("Cell", StringComparison.Ordinal)).Select(u => Trees.Rating(u.Id));
        await office.Get<DueTable>().ConfirmAsync(owed.Select(o => (o.ToDue(), 1)), default);
        await office.ArmAsync();
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
