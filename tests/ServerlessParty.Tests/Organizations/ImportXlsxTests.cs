using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ServerlessParty.Tests.Organizations;

public sealed class ImportXlsxTests
{
    private readonly ImportCase _import = new();

    [Fact]
    public async Task Shared_inline_and_plain_texts_and_numbers_are_read()
    {
        var file = Workbook(
            [Row(1, ("A", Inline("Mã")), ("B", Inline("Tên")), ("C", Inline("Loại")), ("D", Inline("Bí thư")), ("F", Inline("Đảng viên chính thức"))),
             Row(2, ("A", Number("46.001")), ("B", Shared(0)), ("C", Text("Cell")), ("D", Shared(1)), ("F", Number("1.2E1")))],
            "Chi bộ 1", "Nguyễn An");

        var report = await _import.TakeBytesAsync(file);

        Assert.Empty(report.Rejected);
        var unit = _import.Store["46.001"];
        Assert.Equal(("Chi bộ 1", "Nguyễn An", 12), (unit.Name, unit.Contacts.Secretary.Name, unit.Members.Official));
    }

    [Fact]
    public async Task Lines_are_counted_as_the_sheet_shows_them()
    {
        var file = Workbook(
            [Row(2, ("A", Inline("id")), ("B", Inline("name")), ("C", Inline("kind"))),
             Row(7, ("A", Inline("a")), ("B", Inline("Chi bộ 1")), ("C", Inline("Galaxy")))]);

        var rejected = Assert.Single((await _import.TakeBytesAsync(file)).Rejected);

        Assert.Equal((7, "import.kind.unknown"), (rejected.Line, rejected.Code));
    }

    [Fact]
    public async Task Cells_that_the_sheet_leaves_out_at_the_end_are_blank()
    {
        await _import.TakeAsync("id,name,kind,secretaryPhone", "a,Chi bộ 1,Cell,0900000001");

        await _import.TakeBytesAsync(Workbook(
            [Row(1, ("A", Inline("id")), ("B", Inline("name")), ("C", Inline("kind")), ("D", Inline("secretaryPhone"))),
             Row(2, ("A", Inline("a")), ("B", Inline("Chi bộ 1")), ("C", Inline("Cell")))]));

        Assert.Null(_import.Store["a"].Contacts.Secretary.Phone);
    }

    [Fact]
    public async Task A_cell_with_an_error_is_refused()
    {
        var error = new Cell { DataType = CellValues.Error, CellValue = new CellValue("#N/A") };

        var report = await _import.TakeBytesAsync(Workbook(
            [Row(1, ("A", Inline("id")), ("B", Inline("name")), ("C", Inline("kind"))),
             Row(2, ("A", Inline("a")), ("B", error), ("C", Inline("Cell")))]));

        Assert.Contains(report.Rejected, r => r is { Line: 2, Column: "name", Code: "import.cell.error" });
    }

    [Fact]
    public async Task A_file_that_unpacks_to_too_much_is_refused() =>
        Assert.Equal("import.unpacked", (await _import.RefusedAsync(Zip("xl/worksheets/sheet1.xml", 101))).Code);

    [Fact]
    public async Task A_zip_that_is_no_spreadsheet_is_refused() =>
        Assert.Equal("import.damaged", (await _import.RefusedAsync(Zip("readme.txt", 0))).Code);

    [Fact]
    public async Task A_sheet_that_declares_entities_is_refused()
    {
        var file = Workbook([Row(1, ("A", Inline("id")))]);
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(e => e.Name.StartsWith("sheet", StringComparison.Ordinal));
            var path = sheet.FullName;
            sheet.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(path).Open());
            writer.Write("""
                <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>
                """);
        }

        Assert.Equal("import.damaged", (await _import.RefusedAsync(stream.ToArray())).Code);
    }

    private static byte[] Zip(string name, int megabytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name).Open())
        {
            var block = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < megabytes; i++)
            {
                entry.Write(block);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Workbook(Row[] rows, params string[] shared)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.AsEnumerable<OpenXmlElement>()));
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                shared.Select(s => new SharedStringItem(new Text(s))));
            book.Workbook.AppendChild(new Sheets()).AppendChild(
                new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Units" });
        }

        return stream.ToArray();
    }

    private static Row Row(uint line, params (string Column, Cell Cell)[] cells)
    {
        var row = new Row { RowIndex = line };
        foreach (var (column, cell) in cells)
        {
            cell.CellReference = $"{column}{line}";
            row.AppendChild(cell);
        }

        return row;
    }

    private static Cell Inline(string text) =>
        new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Cell Text(string text) => new() { DataType = CellValues.String, CellValue = new CellValue(text) };

    private static Cell Number(string text) => new() { CellValue = new CellValue(text) };

    private static Cell Shared(int index) =>
        new() { DataType = CellValues.SharedString, CellValue = new CellValue($"{index}") };
}
