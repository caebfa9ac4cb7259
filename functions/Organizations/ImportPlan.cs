using System.Globalization;

namespace ServerlessParty.Organizations;

/// <summary>What taking in a file would do, decided without writing anything.</summary>
/// <param name="Saves">New and changed units, parents before children; a changed unit keeps its stored parent here.</param>
/// <param name="Moves">Units that get another parent, from the top down, so that no step closes a loop.</param>
/// <param name="Changes">What changes, in the order of the file.</param>
/// <param name="Rejected">Every reason against a line, in the order of the file.</param>
public sealed record ImportPlan(
    IReadOnlyList<Organization> Saves,
    IReadOnlyList<Organization> Moves,
    IReadOnlyList<ImportChange> Changes,
    int Unchanged,
    IReadOnlyList<RejectedLine> Rejected)
{
    /// <param name="stored">All units there are, the closed ones included.</param>
    public static ImportPlan Of(
        ImportSheet sheet, IReadOnlyDictionary<OrganizationId, Organization> stored, KindCatalog kinds)
    {
        var lines = new ImportLines(kinds, stored);
        lines.Rejected.AddRange(sheet.Rejected);
        var drafts = sheet.Rows.Select(lines.Read).OfType<ImportDraft>().ToArray();
        var settled = new ImportTree(stored, drafts, lines.Rejected).Settle();
        var changed = settled.Where(d => d.Changes).ToArray();
        return new(
            [.. changed.Select(AtItsPlace).OfType<Organization>()],
            [.. changed.Where(d => d is { Stored: not null, Places: true }).Select(d => d.Wanted)],
            [.. changed.OrderBy(d => d.Line).Select(ImportChange.Of)],
            settled.Count - changed.Length,
            [.. lines.Rejected.OrderBy(r => r.Line)]);
    }

    /// <summary>What a save has to write: null when the unit only moves.</summary>
    private static Organization? AtItsPlace(ImportDraft draft)
    {
        if (draft.Stored is not { } stored)
        {
            return draft.Wanted;
        }

        var there = draft.Wanted with { ParentId = stored.ParentId };
        return there == stored ? null : there;
    }
}

/// <summary>What a line adds or changes.</summary>
/// <param name="IsNew">Whether the unit does not exist yet.</param>
/// <param name="Fields">What differs; for a new unit, what is given.</param>
public sealed record ImportChange(
    int Line, OrganizationId Id, string Name, bool IsNew, IReadOnlyList<FieldChange> Fields)
{
    internal static ImportChange Of(ImportDraft draft) => new(
        draft.Line, draft.Wanted.Id, draft.Wanted.Name, draft.Stored is null, [.. Differences(draft.Stored, draft.Wanted)]);

    private static IEnumerable<FieldChange> Differences(Organization? before, Organization after) =>
        from column in ImportColumns.All
        let old = before is null ? "" : Text(before, column)
        let now = Text(after, column)
        where column != ImportColumn.Id && old != now
        select new FieldChange(ImportColumns.ApiName(column), old, now);

    private static string Text(Organization unit, ImportColumn column) => column switch
    {
        ImportColumn.Code => unit.Code ?? "",
        ImportColumn.Name => unit.Name,
        ImportColumn.Kind => unit.Kind.Value,
        ImportColumn.ParentId => unit.ParentId?.Value ?? "",
        ImportColumn.SecretaryName => unit.Contacts.Secretary.Name,
        ImportColumn.SecretaryEmail => unit.Contacts.Secretary.Email ?? "",
        ImportColumn.SecretaryPhone => unit.Contacts.Secretary.Phone ?? "",
        ImportColumn.OfficialMembers => unit.Members.Official.ToString(CultureInfo.InvariantCulture),
        ImportColumn.ProbationaryMembers => unit.Members.Probationary.ToString(CultureInfo.InvariantCulture),
        ImportColumn.ExemptMembers => unit.Members.Exempt.ToString(CultureInfo.InvariantCulture),
        _ => unit.Id.Value,
    };
}

/// <summary>One value that differs; blank where there was or will be none.</summary>
/// <param name="Field">The column by its name in the API.</param>
public sealed record FieldChange(string Field, string Before, string After);
