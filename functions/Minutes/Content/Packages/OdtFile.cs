using System.IO.Compression;
using System.Xml;
using ServerlessParty.Minutes.Content.Pictures;

namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>Checks an OpenDocument text and reads its text: the document, its headers and footers.</summary>
internal static class OdtFile
{
    private const string Manifest = "META-INF/manifest.xml";
    private const string Body = "content.xml";

    /// <summary>Holds the headers and footers; a document may lack it.</summary>
    private const string Styles = "styles.xml";

    /// <summary>Lists of macro libraries, which are there even when the libraries are empty.</summary>
    private static readonly string[] EmptyLibraries = ["script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml"];

    /// <exception cref="ContentRefusedException">It may not be kept.</exception>
    public static string? Read(Package package, ReadingBudget budget)
    {
        if (package.Parts.ContainsKey(Manifest))
        {
            XmlParts.Read(package.OpenPart(Manifest), budget, RefuseLock, mayNameType: true);
        }

        package.UnpackAll(Check);
        var lines = new TextLines(wrapped: false);
        XmlParts.Read(package.OpenPart(Body), budget, new OdtText(lines).Visit);
        if (package.Parts.ContainsKey(Styles))
        {
            XmlParts.Read(package.OpenPart(Styles), budget, new OdtText(lines).Visit);
        }

        return lines.Text;
    }

    private static void RefuseLock(XmlReader node)
    {
        if (node.NodeType == XmlNodeType.Element && node.LocalName == "encryption-data")
        {
            throw new ContentRefusedException(MinutesRefusals.Encrypted);
        }
    }

    private static void Check(ZipArchiveEntry part, ReadOnlyMemory<byte> head)
    {
        var name = part.FullName.Replace('\\', '/');
        var isLibrary = IsIn(name, "Basic/") || IsIn(name, "Dialogs/");
        if (IsIn(name, "Scripts/") || (isLibrary && !EmptyLibraries.Contains(Path.GetFileName(name))))
        {
            throw new ContentRefusedException(MinutesRefusals.Macros);
        }

        PartBytes.Refuse(name, head.Span, mayBeOffice: false);
        PictureSize.RefuseHuge(head.Span);
    }

    private static bool IsIn(string name, string folder) => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase);
}
