namespace ServerlessParty.Organizations;

/// <summary>Which position of a line holds which column.</summary>
internal sealed class ImportHeader
{
    private ImportHeader(Dictionary<int, ImportColumn> positions, int width)
    {
        Positions = positions;
        Width = width;
    }

    /// <summary>The columns of ours by position from 0; the other positions are ignored.</summary>
    public IReadOnlyDictionary<int, ImportColumn> Positions { get; }

    /// <summary>How many fields a line may have.</summary>
    public int Width { get; }

    public IReadOnlySet<ImportColumn> Columns => Positions.Values.ToHashSet();

    /// <exception cref="ImportRefusedException">A required column is missing, or one is named twice.</exception>
    public static ImportHeader Read(IReadOnlyList<string> names)
    {
        var columns = new Dictionary<int, ImportColumn>();
        for (var position = 0; position < names.Count; position++)
        {
            if (ImportColumns.Find(names[position]) is { } column)
            {
                columns.Add(position, column);
            }
        }

        Refuse("import.header", ImportColumns.Required.Except(columns.Values));
        Refuse("import.header.duplicate", columns.Values.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key));
        return new(columns, names.Count);
    }

    /// <summary>How many columns of ours a header line names; tells separators apart.</summary>
    public static int Recognized(IEnumerable<string> names) => names.Count(n => ImportColumns.Find(n) is not null);

    private static void Refuse(string code, IEnumerable<ImportColumn> columns)
    {
        var names = columns.Select(c => $"{ImportColumns.ApiName(c)} ({ImportColumns.Label(c)})").ToArray();
        if (names.Length > 0)
        {
            throw new ImportRefusedException(ImportRefusal.Of(code, string.Join(", ", names)));
        }
    }
}
