using System.Globalization;
using System.Text;

namespace ServerlessParty.Tests.Minutes.Content.Making;

/// <summary>The text of a page as instructions, in a font whose codes are the letters themselves.</summary>
internal static class PdfText
{
    /// <summary>Each line below the one before.</summary>
    public static byte[] Instructions(IReadOnlyList<string> lines) => Encoding.Latin1.GetBytes(
        "BT /F1 13 Tf " + string.Concat(lines.Select((line, i) => Line(line, 60, 780 - (i * 20)))) + "ET\n");

    /// <summary>One line at a place of the page.</summary>
    public static string Line(string text, int x, int y) => $"1 0 0 1 {x} {y} Tm <{Codes(text)}> Tj ";

    public static string Codes(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    public static byte[] Meanings(IEnumerable<string> lines)
    {
        var letters = lines.SelectMany(line => line).Concat("MẬTỐIUYỆ").Distinct().ToList();
        var list = string.Concat(letters.Select(letter =>
            string.Create(CultureInfo.InvariantCulture, $"<{(int)letter:X4}> <{(int)letter:X4}>\n")));
        return Encoding.Latin1.GetBytes(
            "/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            + $"{letters.Count} beginbfchar\n{list}endbfchar endcmap end\n");
    }
}
