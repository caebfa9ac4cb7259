using System.Text;
using ServerlessParty.Minutes.Forms;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class TextSketchTests
{
    private static readonly TextSketch November = Sketch(SampleTexts.November);

    [Fact]
    public void The_same_text_is_the_same() => Assert.Equal(1, November.Similarity(Sketch(SampleTexts.November)));

    [Fact]
    public void A_text_with_only_another_date_number_and_score_is_nearly_the_same() =>
        Assert.InRange(November.Similarity(Sketch(SampleTexts.October)), 0.97, 1);

    [Fact]
    public void A_text_with_one_paragraph_of_its_own_is_much_the_same_but_not_all() =>
        Assert.InRange(November.Similarity(Sketch(SampleTexts.OneParagraphChanged)), 0.75, 0.93);

    [Fact]
    public void Minutes_of_another_cell_are_another_text() =>
        Assert.InRange(November.Similarity(Sketch(SampleTexts.OfASchool)), 0, 0.05);

    [Fact]
    public void Accents_case_spaces_and_the_way_letters_are_put_together_do_not_count()
    {
        var written = SampleTexts.November.ToUpperInvariant().Normalize(NormalizationForm.FormD).Replace("\n", "\r\n\t", StringComparison.Ordinal);

        Assert.Equal(November, Sketch(written));
    }

    [Fact]
    public void Order_counts_both_ways_alike()
    {
        var other = Sketch(SampleTexts.OneParagraphChanged);

        Assert.Equal(other.Similarity(November), November.Similarity(other));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BIÊN BẢN họp chi bộ thường kỳ tháng 11/2026")]
    public void A_text_of_a_few_words_says_too_little(string? text) => Assert.Null(TextSketch.Of(text));

    [Fact]
    public void Thirty_words_are_enough()
    {
        var text = string.Join(' ', Enumerable.Range(0, TextSketch.MinWords).Select(i => $"chữ{(char)('a' + i % 26)}"));

        Assert.Equal(1, Sketch(text).Similarity(Sketch(text)));
        Assert.Null(TextSketch.Of(text[..text.LastIndexOf(' ')]));
    }

    [Fact]
    public void What_is_stored_is_short_and_stays_the_same_in_every_process()
    {
        Assert.InRange(November.Value.Length, 1, 1_000);
        Assert.Equal("7fa55a45e17708a4", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(November.Value)))[..16]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData("1.####")]
    [InlineData("2.AAAA")]
    public void A_sketch_that_cannot_be_read_is_like_nothing(string value)
    {
        Assert.Equal(0, November.Similarity(new(value)));
        Assert.Equal(0, new TextSketch(value).Similarity(new(value)));
    }

    [Fact]
    public void A_huge_text_takes_no_longer_than_its_beginning()
    {
        var huge = string.Concat(Enumerable.Repeat(SampleTexts.November, 2_000));

        Assert.Equal(TextSketch.Of(huge[..TextSketch.MaxCharacters]), TextSketch.Of(huge));
    }

    private static TextSketch Sketch(string text) => TextSketch.Of(text) ?? throw new InvalidOperationException("Too short.");
}
