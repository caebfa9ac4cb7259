using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Benchmarks;

/// <summary>One planning in a store of its own, and right after it the same rows by raw requests.</summary>
internal sealed record PlanningRound(int Cells, int Requests, int Fewest, TimeSpan Time, TimeSpan RawTime)
{
    public static async Task<PlanningRound> RunAsync(string connection, string prefix, IReadOnlyList<Organization> units)
    {
        await using (var filling = Office.Open(connection, prefix))
        {
            await Filling.RunAsync(filling, units, Owed(units));
        }

        await using var office = Office.Open(connection, prefix);
        var began = TimeProvider.System.GetTimestamp();
        var planned = await office.PlanAsync();
        var time = TimeProvider.System.GetElapsedTime(began);
        var requests = office.Requests;
        var raw = await RawPlanning.OfAsync(office.Store);
        return new(planned.Reminders, requests, raw.Fewest, time, await raw.RunAsync());
    }

    private static IEnumerable<DueItem> Owed(IEnumerable<Organization> units) =>
        units.Where(Trees.IsCell).Select(u => Trees.Rating(u.Id).ToDue());
}
