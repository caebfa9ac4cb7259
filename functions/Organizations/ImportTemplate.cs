using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ServerlessParty.Organizations;

/// <summary>An empty file to fill in: headers in the caller's language, every cell text, so that numbers keep their zeros.</summary>
public sealed class ImportTemplate(KindCatalog kinds, PartyCalendar calendar)
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string FileName = "organizations";

    private const uint TextFormat = 49; // '@', built into every spreadsheet
    private const uint TextStyle = 1;

    private static IEnumerable<string> Headers => ImportColumns.All.Select(Header);

    /// <summary>UTF-8 with a byte order mark, without which Excel takes it for another encoding.</summary>
    public static byte[] Csv() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(',', Headers) + "\r\n")];

    /// <summary>The sheet to fill in, and a second one with the kinds there are.</summary>
    public byte[] Xlsx()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            AddSheet(book, 1, "template.units", [Headers]);
            AddSheet(book, 2, "template.kinds", kinds.Codes.Select(code => new[] { code.Value, Label(code) }));
        }

        return stream.ToArray();
    }

    private static string Header(ImportColumn column) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? ImportColumns.ApiName(column) : ImportColumns.Label(column);

    private string Label(KindCode code) => kinds.Label(code, calendar.Today, CultureInfo.CurrentUICulture);

    private static void AddSheet(WorkbookPart book, uint number, string name, IEnumerable<IEnumerable<string>> lines)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var wide = new Column { Min = 1, Max = (uint)ImportColumns.All.Count, Width = 24, CustomWidth = true, Style = TextStyle };
        part.Worksheet = new Worksheet(new Columns(wide), new SheetData(lines.Select(Line)));
        book.Workbook.Sheets!.AppendChild(
            new Sheet { Id = book.GetIdOfPart(part), SheetId = number, Name = OrganizationsTexts.Get(name) });
    }

    private static Row Line(IEnumerable<string> texts) => new(texts.Select(text => new Cell
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text)),
        StyleIndex = TextStyle,
    }));

    private static Stylesheet Styles() => new(
        new Fonts(new Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }));
}
