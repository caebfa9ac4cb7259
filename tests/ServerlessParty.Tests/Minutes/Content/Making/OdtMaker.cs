using System.Security;

namespace ServerlessParty.Tests.Minutes.Content.Making;

/// <summary>OpenDocument texts as LibreOffice writes them, as far as a check can tell.</summary>
internal sealed class OdtMaker
{
    private const string Namespaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\" "
        + "xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    private readonly List<(string Name, byte[] Bytes)> _parts = [];

    public string Body { get; init; } = Paragraph("BIÊN BẢN SINH HOẠT CHI BỘ") + Paragraph("Hôm nay, chi bộ họp thường kỳ.");

    public string MediaType { get; init; } = "application/vnd.oasis.opendocument.text";

    /// <summary>Inside the list of parts, as XML.</summary>
    public string Listed { get; init; } = "";

    /// <summary>Before the root element of the list of parts.</summary>
    public string ListProlog { get; init; } = "";

    public string Scripts { get; init; } = "";

    public static string Paragraph(params string[] spans) =>
        $"<text:p>{string.Concat(spans.Select(span => $"<text:span>{SecurityElement.Escape(span)}</text:span>"))}</text:p>";

    public static string Table(params string[] cells) =>
        $"<table:table><table:table-row>{string.Concat(cells.Select(cell => $"<table:table-cell>{cell}</table:table-cell>"))}</table:table-row></table:table>";

    public static string TextBox(string inside) => $"<text:p><draw:frame><draw:text-box>{inside}</draw:text-box></draw:frame></text:p>";

    public OdtMaker With(string part, byte[] bytes)
    {
        _parts.Add((part, bytes));
        return this;
    }

    public OdtMaker With(string part, string text) => With(part, System.Text.Encoding.UTF8.GetBytes(text));

    public OdtMaker WithHeader(string content) => With("styles.xml",
        $"<office:document-styles {Namespaces}><office:master-styles><style:master-page><style:header>{content}</style:header>"
        + "</style:master-page></office:master-styles></office:document-styles>");

    public ZipMaker Zip()
    {
        var zip = new ZipMaker()
            .Add("mimetype", MediaType, packed: false)
            .Add("content.xml",
                $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {Namespaces}><office:scripts>{Scripts}</office:scripts>"
                + $"<office:body><office:text>{Body}</office:text></office:body></office:document-content>")
            .Add("META-INF/manifest.xml",
                $"{ListProlog}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
                + $"<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{MediaType}\"/>{Listed}</manifest:manifest>");
        foreach (var (name, bytes) in _parts)
        {
            zip.Add(name, bytes);
        }

        return zip;
    }

    public byte[] Bytes() => Zip().Bytes();

    public static byte[] Of(string body) => new OdtMaker { Body = body }.Bytes();
}
