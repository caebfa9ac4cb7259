using System.Text;
using ServerlessParty.Minutes;

namespace ServerlessParty.Tests.Minutes;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("Biên bản tháng 11.pdf", "Biên bản tháng 11.pdf")]
    [InlineData(@"C:\Users\bithu\bien-ban.docx", "bien-ban.docx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nb\0.pdf", "ab.pdf")]
    [InlineData("x\"y<z>.pdf", "x_y_z_.pdf")]
    [InlineData("  .hidden  ", "hidden")]
    [InlineData("...", "document")]
    [InlineData("", "document")]
    [InlineData(null, "document")]
    [InlineData("a/", "document")]
    public void A_name_becomes_harmless(string? written, string kept) => Assert.Equal(kept, FileNames.Clean(written));

    [Fact]
    public void A_decomposed_name_is_composed() => Assert.Equal(
        "Biên bản.pdf", FileNames.Clean("Biên bản.pdf".Normalize(NormalizationForm.FormD)));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending()
    {
        var kept = FileNames.Clean(new string('ă', 300) + ".docx");

        Assert.Equal(FileNames.MaxLength, kept.Length);
        Assert.EndsWith("ă.docx", kept, StringComparison.Ordinal);
    }
}
