using System.Xml;

namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>Reads the text of one part of an OpenDocument text, node by node.</summary>
internal sealed class OdtText(TextLines lines)
{
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Link = "http://www.w3.org/1999/xlink";
    private const string Drawing = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

    /// <summary>What was deleted, remarks, and the code that comes along when a web page is pasted and that nothing ever runs.</summary>
    private static readonly string[] Skipped = ["tracked-changes", "annotation", "script"];

    private readonly BoxedText _text = new(lines);
    private int _skipDepth = -1;
    private int _paragraphs;

    public void Visit(XmlReader node)
    {
        if (_skipDepth >= 0)
        {
            _skipDepth = node.NodeType == XmlNodeType.EndElement && node.Depth == _skipDepth ? -1 : _skipDepth;
            return;
        }

        switch (node.NodeType)
        {
            case XmlNodeType.Element:
                Begin(node);
                break;
            case XmlNodeType.EndElement:
                End(node);
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
                when _paragraphs > 0:
                _text.Write(node.Value.ReplaceLineEndings(" "));
                break;
        }
    }

    private void Begin(XmlReader node)
    {
        RefuseMacro(node);
        if ((Skipped.Contains(node.LocalName) || node.NamespaceURI == Drawing) && !node.IsEmptyElement)
        {
            _skipDepth = node.Depth;
        }
        else if (IsBox(node.LocalName) && !node.IsEmptyElement)
        {
            _text.BeginBox();
        }
        else if (node.NamespaceURI == Text)
        {
            BeginText(node);
        }
    }

    private void BeginText(XmlReader node)
    {
        switch (node.LocalName)
        {
            case "p" or "h" when !node.IsEmptyElement:
                _paragraphs++;
                _text.BeginParagraph();
                break;
            case "s" or "tab":
                _text.Write(node.LocalName == "tab" ? "\t" : " ");
                break;
            case "line-break":
                _text.Write("\n");
                break;
        }
    }

    private void End(XmlReader node)
    {
        if (IsBox(node.LocalName))
        {
            _text.EndBox();
        }
        else if (node.NamespaceURI == Text && node.LocalName is "p" or "h" && _paragraphs > 0)
        {
            _paragraphs--;
            _text.EndParagraph();
        }
    }

    private static bool IsBox(string name) => name is "table-cell" or "text-box" or "custom-shape";

    /// <summary>An event that runs a macro, of the document's own or of those that come with the program.</summary>
    private static void RefuseMacro(XmlReader node)
    {
        if (node.LocalName == "event-listener" && node.GetAttribute("href", Link) is { } target
            && target.StartsWith("vnd.sun.star.script:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ContentRefusedException(MinutesRefusals.Macros);
        }
    }
}
