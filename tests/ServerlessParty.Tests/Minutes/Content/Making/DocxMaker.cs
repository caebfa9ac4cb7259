using System.Security;

namespace ServerlessParty.Tests.Minutes.Content.Making;

/// <summary>Word documents as Word writes them, as far as a check can tell.</summary>
internal sealed class DocxMaker
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly List<string> _types = [];
    private readonly List<string> _relations = [];
    private readonly List<(string Name, byte[] Bytes)> _parts = [];

    /// <summary>The content of the body, as XML.</summary>
    public string Body { get; init; } = Paragraph("BIÊN BẢN SINH HOẠT CHI BỘ") + Paragraph("Hôm nay, chi bộ họp thường kỳ.");

    public string MainType { get; init; } = Types + "document.main+xml";

    public string Namespace { get; init; } = Word;

    /// <summary>Before the root element of the document.</summary>
    public string Prolog { get; init; } = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    public static string Paragraph(params string[] runs) =>
        $"<w:p>{string.Concat(runs.Select(run => $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(run)}</w:t></w:r>"))}</w:p>";

    public static string Table(params string[] cells) =>
        $"<w:tbl><w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{cell}</w:tc>"))}</w:tr></w:tbl>";

    /// <summary>A text box as Word writes it: once for new readers, once for old ones.</summary>
    public static string TextBox(string inside) =>
        $"<w:p><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
        + $"<mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing></mc:Choice>"
        + $"<mc:Fallback><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";

    public DocxMaker With(string part, byte[] bytes, string type = "")
    {
        _parts.Add((part, bytes));
        if (type.Length > 0)
        {
            _types.Add($"<Override PartName=\"/{part}\" ContentType=\"{type}\"/>");
        }

        return this;
    }

    public DocxMaker With(string part, string xml, string type) => With(part, System.Text.Encoding.UTF8.GetBytes(xml), type);

    /// <summary>A header, footer, or part with notes: <c>header</c>, <c>footnotes</c>.</summary>
    public DocxMaker WithText(string kind, string content) =>
        With($"word/{kind}1.xml", $"<w:{kind} xmlns:w=\"{Namespace}\">{content}</w:{kind}>", Types + kind + "+xml");

    /// <summary>A relation to something outside the document.</summary>
    public DocxMaker WithLink(string kind, string target)
    {
        _relations.Add(
            $"<Relationship Id=\"rId{_relations.Count + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\""
            + $" Target=\"{target}\" TargetMode=\"External\"/>");
        return this;
    }

    public ZipMaker Zip(ZipMaker? zip = null)
    {
        zip ??= new();
        zip.Add("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
            + $"<Override PartName=\"/word/document.xml\" ContentType=\"{MainType}\"/>"
            + $"<Override PartName=\"/word/styles.xml\" ContentType=\"{Types}styles+xml\"/>{string.Concat(_types)}</Types>");
        zip.Add("_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        zip.Add("word/document.xml", $"{Prolog}<w:document xmlns:w=\"{Namespace}\"><w:body>{Body}<w:sectPr/></w:body></w:document>");
        zip.Add("word/_rels/document.xml.rels",
            $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(_relations)}</Relationships>");
        zip.Add("word/styles.xml", $"<w:styles xmlns:w=\"{Namespace}\"/>");
        foreach (var (name, bytes) in _parts)
        {
            zip.Add(name, bytes);
        }

        return zip;
    }

    public byte[] Bytes() => Zip().Bytes();

    public static byte[] Of(string body) => new DocxMaker { Body = body }.Bytes();
}
