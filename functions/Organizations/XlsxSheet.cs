using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ServerlessParty.Organizations;

/// <summary>Reads the first sheet of an Excel file, row by row, never a formula, a link or a macro.</summary>
internal static class XlsxSheet
{
    /// <summary>The most bytes all parts may hold unpacked: a small file can unpack to anything.</summary>
    public const int MaxUnpackedBytes = 100 * 1024 * 1024;

    /// <exception cref="ImportRefusedException">Not an Excel file, damaged, too large unpacked, or without our header.</exception>
    public static ImportSheet Read(byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            RefuseBombs(content, cancellationToken);
            using var document = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            return ReadFirstSheet(document, cancellationToken);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new ImportRefusedException(ImportRefusal.Of("import.damaged"));
        }
    }

    private static bool IsDamage(Exception e) =>
        e is InvalidDataException or FileFormatException or OpenXmlPackageException or XmlException or FormatException
            or IOException or InvalidOperationException or ArgumentException or NotSupportedException or OverflowException;

    private static void RefuseBombs(byte[] content, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false));
        var buffer = new byte[81_920];
        long unpacked = 0;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                unpacked += read;
                if (unpacked > MaxUnpackedBytes)
                {
                    throw new ImportRefusedException(
                        ImportRefusal.Of("import.unpacked", MaxUnpackedBytes / (1024 * 1024)));
                }
            }
        }
    }

    private static ImportSheet ReadFirstSheet(SpreadsheetDocument document, CancellationToken cancellationToken)
    {
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("No workbook.");
        var part = workbook.Workbook.Sheets?.Elements<Sheet>()
            .Select(s => s.Id?.Value is { } id ? workbook.GetPartById(id) : null)
            .OfType<WorksheetPart>().FirstOrDefault() ?? throw new InvalidDataException("No sheet.");
        ImportSheetBuilder? sheet = null;
        foreach (var (line, fields) in new XlsxRows(part, XlsxStrings.Read(workbook.SharedStringTablePart)).Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sheet is null)
            {
                sheet = new(fields);
            }
            else
            {
                sheet.Add(line, fields);
            }
        }

        return (sheet ?? new([])).ToSheet();
    }
}
