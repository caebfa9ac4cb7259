using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ServerlessParty.Organizations;

/// <summary>Reads the texts that the cells of an Excel file share, and the text of one cell's element.</summary>
internal static class XlsxStrings
{
    public static List<string> Read(SharedStringTablePart? part)
    {
        var strings = new List<string>();
        if (part is null)
        {
            return strings;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                strings.Add(TextOf(reader.LoadCurrentElement()!));
            }
        }

        return strings;
    }

    /// <summary>The text without its formatting and without the reading aids of East Asian scripts.</summary>
    public static string TextOf(OpenXmlElement element) => string.Concat(
        element.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));
}
