namespace ServerlessParty.Organizations;

/// <summary>A column of an import file that means something to us; others are ignored.</summary>
public enum ImportColumn
{
    Id,
    Code,
    Name,
    Kind,
    ParentId,
    SecretaryName,
    SecretaryEmail,
    SecretaryPhone,
    OfficialMembers,
    ProbationaryMembers,
    ExemptMembers,
}

/// <summary>The names under which a column is known.</summary>
public static class ImportColumns
{
    private static readonly Dictionary<string, ImportColumn> Names = BuildNames();

    public static IReadOnlyList<ImportColumn> All { get; } = Enum.GetValues<ImportColumn>();

    /// <summary>Without these a file is refused as a whole.</summary>
    public static IReadOnlyList<ImportColumn> Required { get; } = [ImportColumn.Id, ImportColumn.Name, ImportColumn.Kind];

    /// <summary>The name in files and answers of the API: <c>parentId</c>.</summary>
    public static string ApiName(ImportColumn column)
    {
        var name = column.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The name a person reads, in the caller's language.</summary>
    public static string Label(ImportColumn column) => OrganizationsTexts.Get("column." + ApiName(column)).Split('|')[0];

    /// <summary>The name a person reads for a name of the API; blank for none.</summary>
    public static string LabelOf(string? apiName) => apiName is not null && Find(apiName) is { } column ? Label(column) : "";

    /// <summary>Recognizes an English or Vietnamese name in any case, with or without accents and spaces.</summary>
    public static ImportColumn? Find(string header) =>
        Names.TryGetValue(Spelling.Fold(header), out var column) ? column : null;

    private static Dictionary<string, ImportColumn> BuildNames()
    {
        var names = new Dictionary<string, ImportColumn>();
        foreach (var column in Enum.GetValues<ImportColumn>())
        {
            // Each text is a list: what the template calls the column, then its other names.
            foreach (var name in OrganizationsTexts.Vietnamese("column." + ApiName(column)).Split('|'))
            {
                names.Add(Spelling.Fold(name), column);
            }

            names.TryAdd(Spelling.Fold(ApiName(column)), column);
        }

        return names;
    }
}
