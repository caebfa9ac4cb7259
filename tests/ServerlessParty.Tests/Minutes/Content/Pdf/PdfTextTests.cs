using ServerlessParty.Minutes.Content;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content.Pdf;

/// <summary>What is read in a page is what people read on it.</summary>
public sealed class PdfTextTests
{
    private const string Simple = "<< /Type /Font /Subtype /TrueType /BaseFont /Times /FirstChar 0 /Widths [] ";

    [Theory]
    [InlineData("/Encoding /WinAnsiEncoding", "(Bi\\352n b\\(n\\)\\\\) Tj", "Biên b(n)\\")]
    [InlineData("/Encoding << /Differences [65 /ecircumflexdotbelow /uni1EAD /u0111 /nosuchname] >>", "(ABCDx) Tj", "ệậđ x")]
    [InlineData("/Encoding << /Differences [65 /Dcroat.sc /uffffff /cab /u1EA5 /.notdef /g23] >>", "(AD) Tj", "Đấ")]
    [InlineData("/Encoding << /BaseEncoding /MacRomanEncoding /Differences [66 /dcroat] >>", "(A\\216B) Tj", "Aéđ")]
    [InlineData("", "<48 6F 70 2> Tj", "Hop")]
    public async Task Letters_are_known_by_their_names(string encoding, string shown, string expected) =>
        Assert.Equal(expected, await ReadAsync(Simple + encoding + " >>", "", $"BT /F1 12 Tf 1 0 0 1 60 700 Tm {shown} ET"));

    [Theory]
    [InlineData("1 beginbfrange <01> <03> <1EA4> endbfrange", "<010203> Tj", "ẤấẦ")]
    [InlineData("1 beginbfrange <01> <02> [<01B0> <01A1 0300>] endbfrange", "<0102> Tj", "ườ")]
    [InlineData("2 beginbfchar <01> <0066 0066> <02> <D83D DE00> endbfchar", "<0102> Tj", "ff😀")]
    [InlineData("1 beginbfrange <00> <FF> <0041> endbfrange", "<0001> Tj", "AB")]
    [InlineData("1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange 1 beginbfchar <01> <0042> endbfchar", "<01> Tj", "B")]
    public async Task Letters_are_known_by_the_map_of_their_font(string map, string shown, string expected) =>
        Assert.Equal(expected, await ReadAsync(Simple + "/ToUnicode 6 0 R >>", map, $"BT /F1 12 Tf 1 0 0 1 60 700 Tm {shown} ET"));

    [Fact]
    public async Task Lines_are_read_from_above_and_cells_from_the_left() => Assert.Equal(
        "DANG BO\nDANG CONG SAN\nBien ban\nKet thuc",
        await ShowAsync(
            "1 0 0 1 60 600 Tm (Ket thuc) Tj 1 0 0 1 300 760 Tm (DANG CONG SAN) Tj 1 0 0 1 60 760 Tm (DANG BO) Tj "
            + "1 0 0 1 60 700 Tm (Bien ban) Tj"));

    [Fact]
    public async Task Letters_that_another_font_lends_are_put_in_their_gaps() => Assert.Equal(
        "Dang bo xa", await ShowAsync("1 0 0 1 60 700 Tm [(D) -500 (ng bo x)] TJ 1 0 0 1 66 700 Tm (a) Tj 1 0 0 1 114 700 Tm (a) Tj"));

    [Fact]
    public async Task A_gap_is_a_space_and_a_hair_is_not() => Assert.Equal(
        "mot hai", await ShowAsync("1 0 0 1 60 700 Tm [(mo) 20 (t) -300 (ha) -50 (i)] TJ"));

    [Fact]
    public async Task Letters_shown_twice_to_be_bold_are_read_once() => Assert.Equal(
        "MOT DONG\nHAI", await ShowAsync(
            "1 0 0 1 60 700 Tm (MOT DONG) Tj 1 0 0 1 60.3 700 Tm (MOT DONG) Tj "
            + "1 0 0 1 60 600 Tm (H) Tj 1 0 0 1 60.4 600 Tm (H) Tj 1 0 0 1 66 600 Tm (A) Tj 1 0 0 1 66.4 600 Tm (A) Tj 1 0 0 1 72 600 Tm (I) Tj"));

    [Fact]
    public async Task Words_of_all_line_instructions_are_followed() => Assert.Equal(
        "mot\nhai\nba\nbon\nnam", await ShowAsync("60 700 Td 20 TL (mot) Tj T* (hai) Tj (ba) ' 1 0 (bon) \" 0 -20 TD (nam) Tj"));

    [Fact]
    public async Task Text_that_runs_up_the_page_is_read_along_its_own_line() => Assert.Equal(
        "ngang\nDOC LEN", await ShowAsync("0 1 -1 0 500 100 Tm (DOC LEN) Tj 1 0 0 1 60 700 Tm (ngang) Tj"));

    [Fact]
    public async Task Places_are_those_of_the_page_whatever_was_changed_on_the_way() => Assert.Equal(
        "tren\nduoi", await ReadAsync(Simple + " >>", "",
            "q 2 0 0 2 0 0 cm BT /F1 6 Tf 30 100 Td (duoi) Tj ET Q q 1 0 0 1 0 700 cm BT /F1 12 Tf 60 0 Td (tren) Tj ET Q"));

    private static Task<string?> ShowAsync(string text) => ReadAsync(Simple + " >>", "", $"BT /F1 12 Tf {text} ET");

    private static async Task<string?> ReadAsync(string font, string map, string instructions)
    {
        var pdf = PdfMaker.Minutes()
            .Replace(4, font)
            .Replace(6, $"<< /Length {map.Length} >>\nstream\n{map}\nendstream")
            .Replace(7, $"<< /Length {instructions.Length} >>\nstream\n{instructions}\nendstream");

        var found = await CheckContentTests.CheckAsync(pdf.Bytes(), "a.pdf");

        return Assert.IsType<CheckedContent.Fine>(found).Text;
    }
}
