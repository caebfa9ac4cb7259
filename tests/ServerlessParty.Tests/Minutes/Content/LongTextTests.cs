using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Tests.Minutes.Content.Making;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Only so much text is kept, but all of it is looked at.</summary>
public sealed class LongTextTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat(DocxMaker.Paragraph(new string('a', 10_000)), 150));

    [Fact]
    public async Task A_million_characters_are_kept()
    {
        var found = await CheckContentTests.CheckAsync(DocxMaker.Of(Long), "a.docx");

        Assert.InRange(Assert.IsType<CheckedContent.Fine>(found).Text!.Length, 1_000_000, 1_010_000);
    }

    [Fact]
    public async Task A_mark_behind_them_is_found() => Assert.Equal(
        new CheckedContent.Refused(MinutesRefusals.Secret),
        await CheckContentTests.CheckAsync(DocxMaker.Of(Long + DocxMaker.Paragraph("TỐI MẬT")), "a.docx"));

    [Fact]
    public async Task A_paragraph_without_an_end_is_cut()
    {
        var found = await CheckContentTests.CheckAsync(
            DocxMaker.Of(DocxMaker.Paragraph([.. Enumerable.Repeat(new string('a', 10_000), 150)])), "a.docx");

        Assert.InRange(Assert.IsType<CheckedContent.Fine>(found).Text!.Length, 200_000, 210_000);
    }
}
