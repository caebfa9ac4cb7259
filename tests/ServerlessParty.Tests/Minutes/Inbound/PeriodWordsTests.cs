using System.Text;
using ServerlessParty.Minutes.Inbound;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Inbound;

public sealed class PeriodWordsTests
{
    private static readonly DateOnly Today = Given.Day("2026-11-24");

    [Theory]
    [InlineData("Biên bản tháng 11/2026", "2026-11")]
    [InlineData("bien ban thang 11/2026", "2026-11")]
    [InlineData("BIÊN BẢN THÁNG 11 NĂM 2026", "2026-11")]
    [InlineData("tháng 3", "2026-03")] // the latest that has begun
    [InlineData("tháng 11", "2026-11")] // this one has
    [InlineData("tháng 12", "2025-12")] // this one has not
    [InlineData("tháng 12/2026", "2026-12")] // said outright, whatever becomes of it
    [InlineData("tháng 01-2026", "2026-01")]
    [InlineData("thang 9 2026", "2026-09")]
    [InlineData("11-2026", "2026-11")]
    [InlineData("11/2026", "2026-11")]
    [InlineData("11.2026", "2026-11")]
    [InlineData("2026-11", "2026-11")]
    [InlineData("T11", "2026-11")]
    [InlineData("T11/2025", "2025-11")]
    [InlineData("BB_T09.docx", "2026-09")]
    [InlineData("bien-ban-thang-10.pdf", "2026-10")]
    [InlineData("bien_ban_thang_10_2026.pdf", "2026-10")]
    [InlineData("họp ngày 15/11/2026", "2026-11")] // the month of a day
    [InlineData("Re: Nhắc nộp (biên bản tháng 10, họp ngày 05/11/2026)", "2026-10")] // said wins over a day
    public void A_month_is_read_as_people_write_it(string text, string period)
    {
        var words = PeriodWords.Of(text, Today);

        Assert.Equal(ObligationKind.RegularMinutes, words.Kind);
        Assert.Equal(Period.Parse(period), words.PeriodFor(ObligationKind.RegularMinutes));
        Assert.Equal(words, PeriodWords.Of(text.Normalize(NormalizationForm.FormD), Today));
    }

    [Theory]
    [InlineData("quý 4/2026", "2026-Q4")]
    [InlineData("quy 3", "2026-Q3")]
    [InlineData("Quý IV năm 2025", "2025-Q4")]
    [InlineData("quý II", "2026-Q2")]
    [InlineData("Q3/2026", "2026-Q3")]
    [InlineData("Sinh hoạt chuyên đề quý 1", "2026-Q1")]
    [InlineData("Sinh hoạt chuyên đề tháng 8/2026", "2026-Q3")] // the quarter of the month
    [InlineData("chuyen-de-T5.docx", "2026-Q2")]
    [InlineData("chuyen_de_10-2026.pdf", "2026-Q4")]
    public void A_theme_belongs_to_a_quarter(string text, string period)
    {
        var words = PeriodWords.Of(text, Today);

        Assert.Equal(ObligationKind.ThematicMinutes, words.Kind);
        Assert.Equal(Period.Parse(period), words.PeriodFor(ObligationKind.ThematicMinutes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Gửi biên bản")]
    [InlineData("tháng 13")]
    [InlineData("tháng 113")]
    [InlineData("Thư chuyển đến đồng chí")] // sent on, not a theme
    [InlineData("CT11, TT11, 11/20261")]
    [InlineData("Thu quỹ 1.000.000 đồng")] // a fund
    [InlineData("Đảng bộ Q3")] // a district
    [InlineData("photo_2026-12-02_10-11-12.jpg")] // a camera's day
    [InlineData("IMG_20261202_101112.jpg")]
    public void Other_words_and_numbers_say_nothing(string text) =>
        Assert.Equal(new PeriodWords(null, null, false), PeriodWords.Of(text, Today));

    [Theory]
    [InlineData("sinh hoạt chuyên đề", "minutes.thematic")]
    [InlineData("sinh hoạt thường kỳ", "minutes.regular")]
    public void A_kind_may_be_said_without_a_period(string text, string kind) =>
        Assert.Equal(new PeriodWords(ObligationKind.Parse(kind), null, false), PeriodWords.Of(text, Today));

    [Theory]
    [InlineData("tháng 11", "T10.pdf", "minutes.regular", "2026-11")] // the subject wins
    [InlineData("Gửi biên bản", "T10.pdf", "minutes.regular", "2026-10")]
    [InlineData("chuyên đề", "T10.pdf", "minutes.thematic", "2026-Q4")]
    [InlineData("tháng 11", "chuyen de.pdf", "minutes.thematic", "2026-Q4")]
    public void What_the_subject_leaves_open_the_files_name_says(string subject, string file, string kind, string period)
    {
        var words = PeriodWords.Of(subject, Today).Or(PeriodWords.Of(file, Today));

        Assert.Equal(ObligationKind.Parse(kind), words.Kind);
        Assert.Equal(Period.Parse(period), words.PeriodFor(words.Kind!.Value));
    }
}
