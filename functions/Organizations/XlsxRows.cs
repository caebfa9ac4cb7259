using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ServerlessParty.Organizations;

/// <summary>The rows of a sheet as text; blank ones are passed over.</summary>
internal sealed class XlsxRows(WorksheetPart part, IReadOnlyList<string> shared)
{
    /// <summary>Cells further right are not looked at: none of our files is that wide.</summary>
    private const int MaxColumns = 100;

    public IEnumerable<(int Line, string[] Fields)> Read()
    {
        var line = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            line = row.RowIndex is { HasValue: true } index ? checked((int)index.Value) : line + 1;
            var fields = Fields(row);
            if (fields.Any(f => !string.IsNullOrWhiteSpace(f)))
            {
                yield return (line, fields);
            }
        }
    }

    private string[] Fields(Row row)
    {
        var fields = new List<string>();
        var position = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            position = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : position;
            if (position >= MaxColumns)
            {
                break;
            }

            while (fields.Count <= position)
            {
                fields.Add("");
            }

            fields[position++] = TextOf(cell);
        }

        return [.. fields];
    }

    private string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value switch
        {
            CellValues.SharedString => shared.ElementAtOrDefault(int.Parse(value, CultureInfo.InvariantCulture)) ?? "",
            CellValues.InlineString => XlsxStrings.TextOf(cell),
            null or CellValues.Number => NumberText(value),
            _ => value,
        };
    }

    /// <summary>A number as the sheet shows it unformatted: 15 digits, as Excel keeps them, and no exponent for whole ones.</summary>
    private static string NumberText(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number == Math.Truncate(number) && Math.Abs(number) < 1e15
                ? number.ToString("F0", CultureInfo.InvariantCulture)
                : number.ToString("G15", CultureInfo.InvariantCulture)
            : value;

    /// <summary><c>A1</c> → 0, <c>AA7</c> → 26.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(3))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column == 0 ? throw new FormatException($"'{reference}' is no cell.") : column - 1;
    }
}
