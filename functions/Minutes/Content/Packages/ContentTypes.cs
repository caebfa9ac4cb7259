namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>What the list in an Office package says of its parts: what each is, not how it is named.</summary>
internal sealed class ContentTypes
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly string[] Beside = ["header+xml", "footer+xml", "footnotes+xml", "endnotes+xml"];

    private readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _byEnding = new(StringComparer.OrdinalIgnoreCase);

    private ContentTypes()
    {
    }

    public static ContentTypes Read(Stream list, ReadingBudget budget)
    {
        var types = new ContentTypes();
        XmlParts.Read(list, budget, node =>
        {
            if (node.NodeType == System.Xml.XmlNodeType.Element)
            {
                var of = node.GetAttribute("PartName") ?? node.GetAttribute("Extension");
                types.Take(node.LocalName, of, node.GetAttribute("ContentType"));
            }
        });
        return types;
    }

    /// <summary>Without a slash before it; empty when nothing is said of it.</summary>
    public string Of(string name) => _byName.GetValueOrDefault(name)
        ?? _byEnding.GetValueOrDefault(Path.GetExtension(name).TrimStart('.')) ?? "";

    /// <summary>The part that is the document, when the package is a Word document without macros; null otherwise.</summary>
    /// <param name="parts">The names of all parts: some programs give the document's type to all that end in <c>.xml</c> and are not listed.</param>
    public string? Document(IEnumerable<string> parts) =>
        Named(parts.Union(_byName.Keys, StringComparer.OrdinalIgnoreCase), Word + "document.main+xml")
        .OrderByDescending(_byName.ContainsKey)
        .ThenByDescending(name => name.Equals("word/document.xml", StringComparison.OrdinalIgnoreCase))
        .FirstOrDefault();

    public bool HasMacros() => _byName.Values.Concat(_byEnding.Values).Any(type =>
        type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || type.Equals("application/vnd.ms-office.vbaProject", StringComparison.OrdinalIgnoreCase));

    /// <summary>The parts with text besides the document itself.</summary>
    public IEnumerable<string> BesideDocument(IReadOnlyCollection<string> parts) =>
        Beside.SelectMany(kind => Named(parts, Word + kind));

    private IEnumerable<string> Named(IEnumerable<string> parts, string type) =>
        parts.Where(name => Of(name).Equals(type, StringComparison.OrdinalIgnoreCase));

    private void Take(string element, string? of, string? type)
    {
        if (of is null || type is null)
        {
            return;
        }

        (element == "Override" ? _byName : _byEnding)[of.TrimStart('/')] = type;
    }
}
