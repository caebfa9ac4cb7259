using System.IO.Compression;

namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>Decides whether a ZIP archive is a document that may be kept, and reads its text.</summary>
internal static class PackageFile
{
    private const string DocxList = "[Content_Types].xml";
    private const string OdtKind = "mimetype";
    private const string OdtMediaType = "application/vnd.oasis.opendocument.text";

    /// <exception cref="ContentRefusedException">It may not be kept.</exception>
    public static CheckedContent.Fine Read(Stream file, ReadingBudget budget)
    {
        using var package = Package.Open(file, budget);
        if (package.Parts.ContainsKey(DocxList))
        {
            return new(DocumentType.Docx, DocxFile.Read(package, DocxList, budget));
        }

        return Kind(package) == OdtMediaType
            ? new(DocumentType.Odt, OdtFile.Read(package, budget))
            : throw new ContentRefusedException(
                package.Parts.Keys.Any(IsProgramPart) ? MinutesRefusals.Executable : MinutesRefusals.Type);
    }

    /// <summary>What makes an archive a program for phones or for Java.</summary>
    private static bool IsProgramPart(string name) =>
        name.Equals("classes.dex", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".class", StringComparison.OrdinalIgnoreCase);

    private static string? Kind(Package package)
    {
        if (!package.Parts.TryGetValue(OdtKind, out ZipArchiveEntry? part) || part.Length > 200)
        {
            return null;
        }

        using var reader = new StreamReader(part.Open());
        var kind = new char[201];
        return new string(kind, 0, reader.ReadBlock(kind)).Trim();
    }
}
