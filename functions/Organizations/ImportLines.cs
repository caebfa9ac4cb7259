namespace ServerlessParty.Organizations;

/// <summary>A line that is good in itself.</summary>
/// <param name="Stored">The unit as it is now; null for a new one.</param>
/// <param name="Wanted">The unit as the line would have it, its parent included.</param>
internal sealed record ImportDraft(int Line, Organization? Stored, Organization Wanted)
{
    /// <summary>Whether the line puts the unit where it was not before.</summary>
    public bool Places => Stored is null || Stored.ParentId != Wanted.ParentId;

    /// <summary>Whether anything of the unit would change.</summary>
    public bool Changes => Stored != Wanted;
}

/// <summary>Judges each line by itself: its fields, and whether its unit was named before.</summary>
internal sealed class ImportLines(KindCatalog kinds, IReadOnlyDictionary<OrganizationId, Organization> stored)
{
    private readonly Dictionary<OrganizationId, int> _lineOf = [];

    public List<RejectedLine> Rejected { get; } = [];

    /// <summary>The unit of a line, or null after noting why not.</summary>
    public ImportDraft? Read(ImportRow row)
    {
        var cells = new ImportCells(row, Rejected);
        var id = ReadId(cells, row.Line);
        var current = id is null ? null : stored.GetValueOrDefault(id.Value);
        var wanted = ReadUnit(cells, row, id ?? default, current);
        if (current is { IsClosed: true } && cells.AreGood && current != wanted)
        {
            cells.Refuse(ImportColumn.Id, "import.id.closed", current.Name);
        }

        return cells.AreGood ? new(row.Line, current, wanted) : null;
    }

    private OrganizationId? ReadId(ImportCells cells, int line)
    {
        var text = cells.Text(ImportColumn.Id, int.MaxValue);
        if (text.Length == 0 && cells.AreGood)
        {
            cells.Refuse(ImportColumn.Id, "import.id.missing");
        }

        if (!cells.AreGood)
        {
            return null;
        }

        if (!OrganizationId.TryParse(text, out var id))
        {
            cells.Refuse(ImportColumn.Id, "import.id.invalid", Token.MaxLength);
            return null;
        }

        if (!_lineOf.TryAdd(id, line))
        {
            cells.Refuse(ImportColumn.Id, "import.id.duplicate", id.Value, _lineOf[id]);
        }

        return id;
    }

    private Organization ReadUnit(ImportCells cells, ImportRow row, OrganizationId id, Organization? current)
    {
        var name = cells.Text(ImportColumn.Name, Organization.MaxNameLength);
        if (name.Length == 0)
        {
            cells.Refuse(ImportColumn.Name, "import.name.missing");
        }

        var code = cells.TextOrNull(ImportColumn.Code, Organization.MaxCodeLength, current?.Code);
        var contacts = (current?.Contacts ?? Contacts.Unknown) with { Secretary = ReadSecretary(cells, current?.Contacts.Secretary) };
        var unit = current ?? new Organization(id, null, name, default, null, Contacts.Unknown, MemberCounts.None);
        return unit with
        {
            Code = code,
            Name = name,
            Kind = ReadKind(cells),
            ParentId = ReadParent(cells, row, current?.ParentId),
            Contacts = ContactMarks.Carried(unit.Contacts, contacts),
            Members = ReadMembers(cells, current?.Members ?? MemberCounts.None),
        };
    }

    private KindCode ReadKind(ImportCells cells)
    {
        var text = cells.Text(ImportColumn.Kind, int.MaxValue);
        if (!kinds.TryFind(text, out var kind))
        {
            var code = text.Length == 0 ? "import.kind.missing" : "import.kind.unknown";
            cells.Refuse(ImportColumn.Kind, code, Shown(text));
        }

        return kind;
    }

    private static OrganizationId? ReadParent(ImportCells cells, ImportRow row, OrganizationId? current)
    {
        var text = row[ImportColumn.ParentId] is null ? current?.Value ?? "" : cells.Text(ImportColumn.ParentId, int.MaxValue);
        if (text.Length > 0 && !OrganizationId.TryParse(text, out _))
        {
            cells.Refuse(ImportColumn.ParentId, "import.parent.unknown", Shown(text));
        }

        return OrganizationId.TryParse(text, out var parent) ? parent : null;
    }

    private static Contact ReadSecretary(ImportCells cells, Contact? current) => new(
        cells.Text(ImportColumn.SecretaryName, Contact.MaxNameLength, current?.Name),
        cells.Email(ImportColumn.SecretaryEmail, current?.Email),
        cells.TextOrNull(ImportColumn.SecretaryPhone, Contact.MaxPhoneLength, current?.Phone));

    private static MemberCounts ReadMembers(ImportCells cells, MemberCounts current)
    {
        var members = new MemberCounts(
            cells.Count(ImportColumn.OfficialMembers, current.Official),
            cells.Count(ImportColumn.ProbationaryMembers, current.Probationary),
            cells.Count(ImportColumn.ExemptMembers, current.Exempt));
        if (cells.AreGood && members.Exempt > members.Official)
        {
            cells.Refuse(ImportColumn.ExemptMembers, "import.exempt.tooMany", members.Exempt, members.Official);
        }

        return members;
    }

    private static string Shown(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
