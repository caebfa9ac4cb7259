namespace ServerlessParty.Organizations;

/// <summary>
/// Takes in a file of units. Refused lines never block good ones, a unit that the file does not name stays as it is, and
/// the same file again changes nothing; so a run that broke off is completed by sending the file again.
/// </summary>
public sealed class ImportOrganizations(IOrganizations organizations, KindCatalog kinds, IContactWatch watch)
{
    /// <summary>The most reasons against lines that an answer lists; all lines are counted.</summary>
    public const int MaxListedRejections = 1_000;

    /// <summary>The most changes that a preview lists; all are counted.</summary>
    public const int MaxListedChanges = 200;

    private const int UnitsAtOnce = 8;

    /// <param name="dryRun">True writes nothing and lists what would change.</param>
    public async Task<ImportOutcome> RunAsync(Stream file, bool dryRun, string actor, CancellationToken cancellationToken)
    {
        ImportSheet sheet;
        try
        {
            sheet = await ImportFile.ReadAsync(file, cancellationToken);
        }
        catch (ImportRefusedException e)
        {
            return new ImportOutcome.Refused(e.Refusal);
        }

        var stored = await StoredAsync(cancellationToken);
        var plan = ImportPlan.Of(sheet, stored, kinds);
        if (!dryRun)
        {
            await TellAsync(plan, stored, cancellationToken);
            await WriteAsync(plan, actor, cancellationToken);
        }

        return new ImportOutcome.Taken(Report(plan, dryRun));
    }

    private async Task<Dictionary<OrganizationId, Organization>> StoredAsync(CancellationToken cancellationToken)
    {
        var stored = new Dictionary<OrganizationId, Organization>();
        await foreach (var unit in organizations.SubtreeAsync(null, cancellationToken))
        {
            stored[unit.Id] = unit;
        }

        return stored;
    }

    /// <summary>Those whose people letters will reach elsewhere.</summary>
    private Task TellAsync(
        ImportPlan plan, Dictionary<OrganizationId, Organization> stored, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            plan.Saves.Where(unit => stored.TryGetValue(unit.Id, out var before) && !Addresses(before).SequenceEqual(Addresses(unit))),
            new ParallelOptions { MaxDegreeOfParallelism = UnitsAtOnce, CancellationToken = cancellationToken },
            async (unit, token) => await watch.ReplacingAsync(unit.Id, token));

    private static IEnumerable<string?> Addresses(Organization unit) =>
        unit.Contacts.Deputies.Prepend(unit.Contacts.Secretary).Select(contact => contact.WrittenAddress());

    /// <summary>New units first: a unit may move under one of them.</summary>
    private async Task WriteAsync(ImportPlan plan, string actor, CancellationToken cancellationToken)
    {
        if (plan.Saves.Count > 0)
        {
            await organizations.SaveAllAsync(plan.Saves, actor, cancellationToken);
        }

        foreach (var unit in plan.Moves)
        {
            await organizations.MoveAsync(unit.Id, unit.ParentId, MoveOrganization.Note(actor, unit.ParentId), cancellationToken);
        }
    }

    private static ImportReport Report(ImportPlan plan, bool dryRun) => new(
        plan.Changes.Count(c => c.IsNew),
        plan.Changes.Count(c => !c.IsNew),
        plan.Unchanged,
        plan.Rejected.DistinctBy(r => r.Line).Count(),
        [.. plan.Rejected.Take(MaxListedRejections)],
        dryRun ? [.. plan.Changes.Take(MaxListedChanges)] : null);
}

/// <summary>What became of a file.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>Its good lines were taken in, or would be.</summary>
    public sealed record Taken(ImportReport Report) : ImportOutcome;

    /// <summary>Nothing of it could be used.</summary>
    public sealed record Refused(ImportRefusal Refusal) : ImportOutcome;
}

/// <summary>The result of an import, or of its preview.</summary>
/// <param name="RejectedLines">How many lines were refused, listed or not.</param>
/// <param name="Rejected">Why, at most <see cref="ImportOrganizations.MaxListedRejections"/> reasons.</param>
/// <param name="Changes">Of a preview, at most <see cref="ImportOrganizations.MaxListedChanges"/> changes; null otherwise.</param>
public sealed record ImportReport(
    int Created,
    int Updated,
    int Unchanged,
    int RejectedLines,
    IReadOnlyList<RejectedLine> Rejected,
    IReadOnlyList<ImportChange>? Changes);
