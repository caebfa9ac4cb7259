namespace ServerlessParty.Organizations;

/// <summary>What a file says, before any rule has looked at it.</summary>
/// <param name="Columns">The columns the file has; one it lacks leaves what is stored as it is.</param>
/// <param name="Rejected">Lines whose fields could not be told apart.</param>
public sealed record ImportSheet(
    IReadOnlySet<ImportColumn> Columns, IReadOnlyList<ImportRow> Rows, IReadOnlyList<RejectedLine> Rejected);

/// <summary>The cells of one unit as written, without any cleaning.</summary>
public sealed class ImportRow(int line, IReadOnlyDictionary<ImportColumn, string> cells)
{
    /// <summary>Where it begins, counted from 1 as an editor or a spreadsheet shows it.</summary>
    public int Line => line;

    /// <summary>The text of a cell; null when the file has no such column.</summary>
    public string? this[ImportColumn column] => cells.GetValueOrDefault(column);
}

/// <summary>Why one line of a file was not taken in.</summary>
/// <param name="Column">The column by its name in the API, or null when the whole line is meant.</param>
/// <param name="Code">A stable word: <c>import.parent.unknown</c>.</param>
/// <param name="Message">A sentence in the caller's language.</param>
public sealed record RejectedLine(int Line, string? Column, string Code, string Message)
{
    /// <summary>Writes the sentence that the resources hold under <paramref name="code"/>.</summary>
    public static RejectedLine Of(int line, ImportColumn? column, string code, params object[] arguments) =>
        new(line, column is null ? null : ImportColumns.ApiName(column.Value), code, OrganizationsTexts.Format(code, arguments));
}

/// <summary>Why a file was refused as a whole.</summary>
/// <param name="Code">A stable word: <c>import.header</c>.</param>
public sealed record ImportRefusal(string Code, string Message)
{
    public static ImportRefusal Of(string code, params object[] arguments) =>
        new(code, OrganizationsTexts.Format(code, arguments));
}

/// <summary>Carries a refusal out of the depths of a reader; <see cref="ImportFile"/> turns it into an answer.</summary>
internal sealed class ImportRefusedException(ImportRefusal refusal) : Exception(refusal.Message)
{
    public ImportRefusal Refusal => refusal;
}
