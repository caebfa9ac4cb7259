using System.Globalization;

namespace ServerlessParty.Organizations;

/// <summary>Reads the cells of one line, noting what is wrong with each; a column the file lacks keeps what is stored.</summary>
internal sealed class ImportCells(ImportRow row, List<RejectedLine> rejected)
{
    /// <summary>What spreadsheets write in place of a value they could not compute.</summary>
    private static readonly string[] CellErrors =
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];

    private readonly int _before = rejected.Count;

    /// <summary>Whether no cell of the line was refused so far.</summary>
    public bool AreGood => rejected.Count == _before;

    public void Refuse(ImportColumn column, string code, params object[] arguments) =>
        rejected.Add(RejectedLine.Of(row.Line, column, code, arguments));

    /// <summary>The cleaned text; empty for a blank cell and for one that was refused.</summary>
    public string Text(ImportColumn column, int maxLength, string? stored = null)
    {
        if (row[column] is not { } written)
        {
            return stored ?? "";
        }

        if (!Spelling.TryClean(written, out var text))
        {
            Refuse(column, "import.text.invalid", ImportColumns.Label(column));
            return "";
        }

        if (CellErrors.Contains(text, StringComparer.Ordinal))
        {
            Refuse(column, "import.cell.error", text);
            return "";
        }

        if (text.Length > maxLength)
        {
            Refuse(column, "import.tooLong", ImportColumns.Label(column), maxLength, text.Length);
        }

        return text;
    }

    /// <summary>As <see cref="Text"/>, null when blank.</summary>
    public string? TextOrNull(ImportColumn column, int maxLength, string? stored) =>
        Text(column, maxLength, stored) is { Length: > 0 } text ? text : null;

    public string? Email(ImportColumn column, string? stored)
    {
        var text = TextOrNull(column, Contact.MaxEmailLength, stored);
        if (text is null || row[column] is null || text.Length > Contact.MaxEmailLength)
        {
            return text;
        }

        if (EmailRule.TryNormalize(text, out var email))
        {
            return email;
        }

        Refuse(column, "import.email.invalid", text);
        return null;
    }

    /// <summary>A whole number of members; a blank cell is zero.</summary>
    public int Count(ImportColumn column, int stored)
    {
        if (row[column] is null)
        {
            return stored;
        }

        var text = Text(column, int.MaxValue);
        if (text.Length == 0)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MemberCounts.Max)
        {
            return count;
        }

        Refuse(column, "import.count.invalid", text.Length > 20 ? text[..20] : text, MemberCounts.Max);
        return 0;
    }
}
