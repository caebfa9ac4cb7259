using System.Text;
using System.Xml;

namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>Reads the text of one part of a Word document, node by node.</summary>
internal sealed class DocxText(TextLines lines)
{
    /// <summary>The namespaces of Word's own elements, in the usual and in the strict edition of the standard.</summary>
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>A document tells each shape twice, for new and for old readers; the second telling is left out.</summary>
    private const string SecondTelling = "Fallback";

    private readonly BoxedText _text = new(lines);
    private readonly StringBuilder _field = new();
    private int _skipDepth = -1;
    private bool _inText;
    private bool _inField;
    private bool _inCapitals;

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
            case XmlNodeType.EndElement when IsWord(node):
                End(node.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA:
                Take(node.Value);
                break;
        }
    }

    private void Begin(XmlReader node)
    {
        if (node.LocalName == SecondTelling && !node.IsEmptyElement)
        {
            _skipDepth = node.Depth;
        }
        else if (node.LocalName == "textpath")
        {
            lines.Add(node.GetAttribute("string") ?? "");
        }
        else if (IsWord(node))
        {
            BeginWord(node);
        }
    }

    private void BeginWord(XmlReader node)
    {
        switch (node.LocalName)
        {
            case "p" when !node.IsEmptyElement:
                _text.BeginParagraph();
                break;
            case "tc" or "txbxContent" when !node.IsEmptyElement:
                _text.BeginBox();
                break;
            case "r":
                _inCapitals = false;
                break;
            case "caps":
                _inCapitals = node.GetAttribute("val", node.NamespaceURI) is not ("0" or "false" or "off");
                break;
            case "t" or "instrText" when !node.IsEmptyElement:
                _inText = node.LocalName == "t";
                _inField = !_inText;
                break;
            case "tab" or "ptab":
                _text.Write("\t");
                break;
            case "br" or "cr":
                _text.Write("\n");
                break;
            case "noBreakHyphen":
                _text.Write("-");
                break;
            case "fldChar":
                _field.Clear();
                break;
            case "fldSimple":
                RefuseRemoteField(node.GetAttribute("instr", node.NamespaceURI) ?? "");
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p":
                _text.EndParagraph();
                break;
            case "tc" or "txbxContent":
                _text.EndBox();
                break;
            case "t" or "instrText":
                _inText = _inField = false;
                break;
        }
    }

    private void Take(string text)
    {
        if (_inText)
        {
            _text.Write(_inCapitals ? text.ToUpperInvariant() : text);
        }
        else if (_inField && _field.Length < 100)
        {
            _field.Append(text);
            RefuseRemoteField(_field.ToString());
        }
    }

    /// <summary>A field of this sort starts another program when the document is opened.</summary>
    private static void RefuseRemoteField(string instruction)
    {
        if (instruction.TrimStart().StartsWith("DDE", StringComparison.OrdinalIgnoreCase))
        {
            throw new ContentRefusedException(MinutesRefusals.Executable);
        }
    }

    private static bool IsWord(XmlReader node) => node.NamespaceURI is Word or StrictWord;
}
