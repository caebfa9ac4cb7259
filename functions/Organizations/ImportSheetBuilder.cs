namespace ServerlessParty.Organizations;

/// <summary>Gathers the lines of a file under its header, whatever the type of the file.</summary>
internal sealed class ImportSheetBuilder(IReadOnlyList<string> header)
{
    private readonly ImportHeader _header = ImportHeader.Read(header);
    private readonly List<ImportRow> _rows = [];
    private readonly List<RejectedLine> _rejected = [];

    /// <exception cref="ImportRefusedException">There are too many lines.</exception>
    public void Add(int line, IReadOnlyList<string> fields)
    {
        RefuseTooMany();
        if (fields.Skip(_header.Width).Any(f => !string.IsNullOrWhiteSpace(f)))
        {
            _rejected.Add(RejectedLine.Of(line, null, "import.columns", fields.Count, _header.Width));
        }
        else
        {
            _rows.Add(new(line, Cells(fields)));
        }
    }

    public void Reject(RejectedLine line)
    {
        RefuseTooMany();
        _rejected.Add(line);
    }

    public ImportSheet ToSheet() => new(_header.Columns, _rows, _rejected);

    /// <summary>A row that ends early goes on blank: spreadsheets leave out what is empty at the end.</summary>
    private Dictionary<ImportColumn, string> Cells(IReadOnlyList<string> fields) =>
        _header.Positions.ToDictionary(p => p.Value, p => p.Key < fields.Count ? fields[p.Key] : "");

    private void RefuseTooMany()
    {
        if (_rows.Count + _rejected.Count == ImportFile.MaxRows)
        {
            throw new ImportRefusedException(ImportRefusal.Of("import.tooManyRows", ImportFile.MaxRows));
        }
    }
}
