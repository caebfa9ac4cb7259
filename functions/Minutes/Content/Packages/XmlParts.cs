using System.Xml;

namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>Reads the XML of a package node by node: no entities, no document types, nothing from elsewhere, bounded in every way.</summary>
internal static class XmlParts
{
    /// <summary>The most bytes of one part; the text of a thousand pages is a tenth of it.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;

    /// <summary>Elements inside elements; a table in a table in a text box has about 60.</summary>
    private const int MaxDepth = 500;

    /// <param name="part">Closed when read.</param>
    /// <param name="visit">Called for every node, in order; null only proves that the part is XML.</param>
    /// <param name="mayNameType">Old writers of ODT name a document type without a content of its own; it is passed over.</param>
    /// <exception cref="ContentRefusedException">It is too deep, too long, or tries to define things of its own.</exception>
    /// <exception cref="XmlException">It is not XML.</exception>
    public static void Read(Stream part, ReadingBudget budget, Action<XmlReader>? visit, bool mayNameType = false)
    {
        using var reader = XmlReader.Create(new XmlGuard(part, budget, mayNameType), new XmlReaderSettings
        {
            DtdProcessing = mayNameType ? DtdProcessing.Ignore : DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MaxBytes,
            CloseInput = true,
        });
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                throw new ContentRefusedException(MinutesRefusals.Unpacks);
            }

            visit?.Invoke(reader);
        }
    }
}
