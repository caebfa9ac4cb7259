using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Puts a paper into a DOCX of which every byte follows from its content: the same paper is the same file.</summary>
internal static class PaperFile
{
    /// <summary>The first time that a ZIP can name; the library writes the time of day.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(IEnumerable<OpenXmlElement> content, Stream target)
    {
        using var package = new MemoryStream();
        Save(content, package);
        using var dated = new ZipArchive(package, ZipArchiveMode.Read);
        using var timeless = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        // The list of contents comes first, which some readers tell a DOCX by.
        foreach (var entry in dated.Entries.OrderBy(e => e.FullName[0] != '[').ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            Copy(entry, timeless);
        }
    }

    private static void Save(IEnumerable<OpenXmlElement> content, Stream package)
    {
        using var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        // Ids that nobody gives are made up by chance.
        document.ChangeIdOfPart(main, "rId1");
        main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = Styles();
        main.AddNewPart<HeaderPart>("rId2").Header = PageNumber();
        main.Document = new(new Body([.. content, Page()]));
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive timeless)
    {
        var copy = timeless.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = NoTime;
        using var from = entry.Open();
        using var to = copy.Open();
        from.CopyTo(to);
    }

    private static Styles Styles() => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Paper.Font, HighAnsi = Paper.Font, EastAsia = Paper.Font, ComplexScript = Paper.Font },
            new FontSize { Val = $"{Paper.TextSize}" },
            new FontSizeComplexScript { Val = $"{Paper.TextSize}" },
            new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
        new ParagraphPropertiesDefault()));

    /// <summary>In the middle above the text, from the second page on.</summary>
    private static Header PageNumber() => new(new Paragraph(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(new Run(new Text("2"))) { Instruction = "PAGE" }));

    /// <summary>A4; margins of 2 cm above and below, 3 cm left for binding, 1.5 cm right.</summary>
    private static SectionProperties Page() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId2" },
        new PageSize { Width = 11_906, Height = 16_838 },
        new PageMargin { Top = 1_134, Bottom = 1_134, Left = 1_701, Right = 851, Header = 567, Footer = 567, Gutter = 0 },
        new TitlePage());
}
