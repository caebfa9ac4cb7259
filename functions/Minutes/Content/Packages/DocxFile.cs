using System.Xml;

namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>Checks a Word document and reads its text: the document, its headers and footers, its notes.</summary>
internal static class DocxFile
{
    private const string ControlType = "application/vnd.ms-office.activeX+xml";

    /// <summary>The fields of a web form, which Word makes of what is pasted from a web page; they hold no code.</summary>
    private const string WebFields = "{5512D1";

    /// <exception cref="ContentRefusedException">It may not be kept.</exception>
    public static string? Read(Package package, string list, ReadingBudget budget)
    {
        var types = ContentTypes.Read(package.OpenPart(list), budget);
        if (types.HasMacros())
        {
            throw new ContentRefusedException(MinutesRefusals.Macros);
        }

        var document = types.Document(package.Parts.Keys) ?? throw new ContentRefusedException(MinutesRefusals.Type);
        DocxParts.Check(package, budget);
        foreach (var name in package.Parts.Keys)
        {
            CheckXml(package, name, types.Of(name), budget);
        }

        var lines = new TextLines(wrapped: false);
        foreach (var part in types.BesideDocument([.. package.Parts.Keys]).Prepend(document))
        {
            XmlParts.Read(package.OpenPart(part), budget, new DocxText(lines).Visit);
        }

        return lines.Text;
    }

    private static void CheckXml(Package package, string name, string type, ReadingBudget budget)
    {
        if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            XmlParts.Read(package.OpenPart(name), budget, Relation);
        }
        else if (type == ControlType)
        {
            XmlParts.Read(package.OpenPart(name), budget, Control);
        }
        else if (name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase))
        {
            XmlParts.Read(package.OpenPart(name), budget, visit: null);
        }
    }

    /// <summary>
    /// A template or an object that is fetched from the network when the document is opened can bring a program. Links to
    /// web pages, to pictures and to templates on the writer's own disk are usual and harmless.
    /// </summary>
    private static void Relation(XmlReader node)
    {
        if (node.NodeType != XmlNodeType.Element || node.GetAttribute("TargetMode") != "External")
        {
            return;
        }

        var kind = (node.GetAttribute("Type") ?? "").Split('/')[^1];
        if (kind is "attachedTemplate" or "oleObject" or "frame" or "subDocument" or "aFChunk"
            && Uri.TryCreate(node.GetAttribute("Target"), UriKind.Absolute, out var target) && !target.IsFile)
        {
            throw new ContentRefusedException(MinutesRefusals.Executable);
        }
    }

    private static void Control(XmlReader node)
    {
        if (node.NodeType == XmlNodeType.Element && node.Depth == 0 && (node.GetAttribute("classid", node.NamespaceURI) is not { } id
            || !id.StartsWith(WebFields, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ContentRefusedException(MinutesRefusals.Executable);
        }
    }
}
