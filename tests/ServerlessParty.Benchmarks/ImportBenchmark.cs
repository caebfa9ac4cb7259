using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Benchmarks;

/// <summary>The sample province taken in from its file, into an empty store.</summary>
internal static class ImportBenchmark
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(string connection)
    {
        await using var office = Office.Open(connection, "import");
        var report = await ImportAsync(office);
        var requests = office.Requests;
        var written = Rows.Transactions(await Rows.OfAsync(await office.Store.Dossiers))
            + Rows.Transactions(await Rows.OfAsync(await office.Store.Organizations));
        return [Figure.Of($"Import of {report.Created:N0} units", requests, written + Rows.Pages(0), "requests", 1.25)];
    }

    public static async Task<ImportReport> ImportAsync(Office office)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, Trees.SampleFile));
        var outcome = await office.Get<ImportOrganizations>().RunAsync(file, dryRun: false, AuditNote.System, default);
        return ((ImportOutcome.Taken)outcome).Report;
    }
}
