using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>What the product prints itself passes its own checks; the library lists the document by its ending only, as other programs do.</summary>
public sealed class PrintedFormTests
{
    [Fact]
    public async Task A_printed_form_is_a_docx_whose_text_can_be_read()
    {
        using var printed = new MemoryStream();
        MinutesFormDocument.Write(
            new MinutesForm { Venue = "Nhà văn hóa thôn 3", Conclusions = "Đồng chí Bí thư kết luận." },
            new("Chi bộ thôn 3", "Đảng ủy xã Hòa Bình", ObligationKind.RegularMinutes, Period.Month(2026, 11), Given.Day("2026-11-20")),
            printed);
        await using var file = await Papers.SpoolAsync(printed.ToArray(), "bien-ban.docx");

        var fine = Assert.IsType<CheckedContent.Fine>(await new CheckContent().RunAsync(file, default));

        Assert.Equal(DocumentType.Docx, fine.Type);
        Assert.Contains("Đồng chí Bí thư kết luận.", fine.Text, StringComparison.Ordinal);
    }
}
