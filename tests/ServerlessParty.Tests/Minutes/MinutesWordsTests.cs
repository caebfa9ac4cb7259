using System.Diagnostics;
using System.Text;
using ServerlessParty.Minutes;
using ServerlessParty.Tests.Minutes.Forms;

namespace ServerlessParty.Tests.Minutes;

public sealed class MinutesWordsTests
{
    [Theory]
    [InlineData("Biên bản họp Chi bộ Đồng Thịnh", "bien ban hop chi bo dong thinh")]
    [InlineData("BIÊN BẢN", "bien ban")]
    [InlineData("Số: 05-BB/CB", "so 05 bb cb")]
    [InlineData("Đ/c Ðỗ Văn Thử", "d c do van thu")] // the second is the Icelandic letter that old fonts leave
    [InlineData("bien_ban.docx", "bien ban docx")]
    [InlineData("họp, họp; HỌP", "hop")]
    [InlineData("  … – !", "")]
    [InlineData("会议 собрание ok", "ok")]
    [InlineData("thu\u00adế", "thue")] // a soft hyphen inside a word
    public void Words_are_syllables_without_accents_and_case(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', MinutesWords.Of(text)));
        Assert.Equal(words, string.Join(' ', MinutesWords.Of(text.Normalize(NormalizationForm.FormD))));
    }

    [Theory]
    [InlineData("ngày 05/11/2026")]
    [InlineData("ngày 5/11/2026")]
    [InlineData("Hòa Bình, ngày 05 tháng 11 năm 2026")]
    [InlineData("05-11-2026.pdf")]
    [InlineData("họp 5.11.2026")]
    public void A_day_is_found_however_it_is_written(string text)
    {
        var words = MinutesWords.Of(text);

        Assert.Contains("20261105", words);
        Assert.Contains("202611", words);
        Assert.Contains(MinutesWords.OfQuery("5-11-2026").Single(), words);
        Assert.Contains(MinutesWords.OfQuery("ngày 5 tháng 11 năm 2026")[^1], words);
    }

    [Theory]
    [InlineData("tháng 11/2026")]
    [InlineData("11-2026")]
    [InlineData("tháng 11 năm 2026")]
    public void A_month_is_found_however_it_is_written(string text)
    {
        Assert.Contains("202611", MinutesWords.Of(text));
        Assert.Equal("202611", MinutesWords.OfQuery(text)[^1]);
    }

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("quý 4/2026")]
    [InlineData("10/12 đồng chí")]
    [InlineData("120/11/2026")]
    public void What_is_no_day_gets_no_word_of_a_day(string text) =>
        Assert.DoesNotContain(MinutesWords.Of(text), word => word.Length == 8 && word.StartsWith("2026", StringComparison.Ordinal));

    [Fact]
    public void All_texts_give_words_and_none_gives_none()
    {
        Assert.Equal(["bien", "ban", "hop"], MinutesWords.Of("biên bản", null, "họp bản"));
        Assert.Empty(MinutesWords.Of(null, ""));
    }

    [Fact]
    public void A_long_document_keeps_its_dates_and_first_words()
    {
        var words = MinutesWords.Of(string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"w{i}")) + " 05/11/2026");

        Assert.Equal(MinutesWords.MaxWords, words.Count);
        Assert.Equal(["20261105", "202611", "w0"], words.Take(3));
    }

    [Fact]
    public void Of_a_very_long_word_the_beginning_counts_on_both_sides()
    {
        var word = new string('a', 100);

        Assert.Equal([word[..MinutesWords.MaxLength]], MinutesWords.Of(word));
        Assert.Equal(MinutesWords.OfQuery(word), MinutesWords.Of(word + "b"));
    }

    [Fact]
    public void A_question_keeps_the_order_of_its_words_and_at_most_eight()
    {
        Assert.Equal(["ho", "ngheo", "thon"], MinutesWords.OfQuery("Hộ nghèo, thôn HỘ"));
        Assert.Equal(["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"], MinutesWords.OfQuery("a1 a2 a3 a4 a5 a6 a7 a8 a9"));
        Assert.Empty(MinutesWords.OfQuery(" ?! "));
    }

    [Fact]
    public void Broken_and_hostile_text_gives_its_words()
    {
        Assert.Equal(["truoc", "sau"], MinutesWords.Of("trước \ud800 sau"));
        Assert.Equal(["a"], MinutesWords.Of("a" + new string('\u0301', 50_000)));
    }

    /// <summary>The promise is 50 ms; many times that, so that a busy machine does not fail it.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("1 thang ")]
    [InlineData("12/12/")]
    public void A_hundred_kilobytes_are_read_in_no_time(string? repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated ?? SampleTexts.November, 100_000))[..100_000];
        MinutesWords.Of(text);

        var watch = Stopwatch.StartNew();
        MinutesWords.Of(text);

        Assert.InRange(watch.ElapsedMilliseconds, 0, 1_000);
    }
}
