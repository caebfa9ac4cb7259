using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Pieces of a paper as the Party's offices set them: Times New Roman 14, justified, first lines indented.</summary>
internal static class Paper
{
    public const string Font = "Times New Roman";

    /// <summary>In half points, as the format counts.</summary>
    public const int TextSize = 28;

    /// <summary>In twentieths of a point, as the format counts: 1 cm.</summary>
    private const int Indent = 567;

    /// <summary>Running text; each line a paragraph, and one that announces others stays with them.</summary>
    public static IEnumerable<Paragraph> Text(string text) => text.Split('\n').Select(line => new Paragraph(
        new ParagraphProperties(
            new KeepNext { Val = line.EndsWith(':') },
            new SpacingBetweenLines { After = "80", Line = "276", LineRule = LineSpacingRuleValues.Auto },
            new Indentation { FirstLine = $"{Indent}" },
            new Justification { Val = JustificationValues.Both }),
        Run(line)));

    /// <summary>A heading that stays with what follows it.</summary>
    public static Paragraph Heading(string text) => new(
        new ParagraphProperties(
            new KeepNext(),
            new SpacingBetweenLines { Before = "120", After = "80" },
            new Indentation { FirstLine = $"{Indent}" }),
        Run(text, bold: true));

    /// <summary>A line in the middle of its page or cell.</summary>
    public static Paragraph Centred(
        string text, bool bold = false, bool italic = false, bool underlined = false, int size = TextSize) => new(
        new ParagraphProperties(
            new SpacingBetweenLines { After = "0" },
            new Justification { Val = JustificationValues.Center }),
        Run(text, bold, italic, underlined, size));

    /// <summary>Two columns without lines, neither torn apart between pages.</summary>
    public static Table Columns(int leftWidth, IEnumerable<Paragraph> left, int rightWidth, IEnumerable<Paragraph> right) => new(
        new TableProperties(
            new TableWidth { Width = $"{leftWidth + rightWidth}", Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Center },
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(new GridColumn { Width = $"{leftWidth}" }, new GridColumn { Width = $"{rightWidth}" }),
        new TableRow(new TableRowProperties(new CantSplit()), Cell(leftWidth, left), Cell(rightWidth, right)));

    private static TableCell Cell(int width, IEnumerable<Paragraph> content)
    {
        var cell = new TableCell(
            new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }));
        cell.Append(content);
        return cell;
    }

    private static Run Run(string text, bool bold = false, bool italic = false, bool underlined = false, int size = TextSize)
    {
        var properties = new RunProperties();
        if (bold)
        {
            properties.Append(new Bold());
        }

        if (italic)
        {
            properties.Append(new Italic());
        }

        if (size != TextSize)
        {
            properties.Append(new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" });
        }

        if (underlined)
        {
            properties.Append(new Underline { Val = UnderlineValues.Single });
        }

        return new(properties, new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>XML has no place for a few characters that damaged text may hold.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Where(character => char.IsSurrogate(character) || XmlConvert.IsXmlChar(character)));
}
