using System.IO.Compression;
using ServerlessParty.Minutes.Content.Pictures;

namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>Looks at what a Word document carries beside its text.</summary>
internal static class DocxParts
{
    /// <summary>The numbers behind a chart are a small workbook of their own.</summary>
    private const int MaxWorkbook = 4 * 1024 * 1024;

    private static readonly string[] OfficeEndings = [".xlsx", ".docx", ".pptx"];

    /// <exception cref="ContentRefusedException">One of the parts may not be carried, or they unpack to too much.</exception>
    public static void Check(Package package, ReadingBudget budget)
    {
        var inner = new List<ZipArchiveEntry>();
        package.UnpackAll((part, head) =>
        {
            RefuseMacros(part.FullName);
            PartBytes.Refuse(part.FullName, head.Span, IsOffice(part.FullName));
            PictureSize.RefuseHuge(head.Span);
            if (FirstBytes.IsArchive(head.Span) && IsOffice(part.FullName))
            {
                inner.Add(part);
            }
        });
        foreach (var part in inner)
        {
            CheckInner(part, budget);
        }
    }

    private static void RefuseMacros(string name)
    {
        if (Path.GetFileName(name) is var file && (file.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || file.Equals("vbaData.xml", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ContentRefusedException(MinutesRefusals.Macros);
        }
    }

    private static bool IsOffice(string name) => OfficeEndings.Contains(Path.GetExtension(name).ToLowerInvariant());

    /// <summary>An Office file inside may carry neither macros nor objects nor a further archive.</summary>
    private static void CheckInner(ZipArchiveEntry part, ReadingBudget budget)
    {
        if (part.Length > MaxWorkbook)
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }

        using var bytes = new MemoryStream((int)part.Length);
        using (var stream = part.Open())
        {
            stream.CopyTo(bytes);
        }

        using var inner = Package.Open(bytes, budget);
        inner.UnpackAll((piece, head) =>
        {
            RefuseMacros(piece.FullName);
            PartBytes.Refuse(piece.FullName, head.Span, mayBeOffice: false);
        });
    }
}
