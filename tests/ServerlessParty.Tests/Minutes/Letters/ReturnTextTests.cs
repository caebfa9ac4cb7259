using System.Globalization;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Letters;

public sealed class ReturnTextTests
{
    private const string Comment = "Thiếu chữ ký của chủ trì.\nThiếu số đảng viên có mặt.";
    private static readonly DateOnly Today = new(2026, 12, 8);

    [Fact]
    public void It_says_what_is_asked_for_and_until_when() => Assert.Equal(
        """
        Kính gửi đồng chí Bí thư Chi bộ cell-1,

        Cấp ủy cấp trên đã xem: Biên bản sinh hoạt chi bộ thường kỳ tháng 11/2026. Nội dung đề nghị bổ sung:

        Thiếu chữ ký của chủ trì.
        Thiếu số đảng viên có mặt.

        Đề nghị đồng chí bổ sung và nộp lại. Hạn nộp: hết ngày 08/12/2026.
        """, string.Join("\n\n", Text("vi", Today).Paragraphs));

    [Fact]
    public void A_due_day_that_has_passed_is_not_given_as_one_to_keep() => Assert.Equal(
        "Hạn nộp đã qua (hết ngày 07/12/2026), đề nghị đồng chí bổ sung và nộp lại ngay.",
        Text("vi", Today.AddDays(-1)).Paragraphs[^1]);

    [Fact]
    public void The_subject_holds_nothing_of_the_comment() => Assert.Equal(
        "[Đề nghị bổ sung] Biên bản sinh hoạt chi bộ thường kỳ tháng 11/2026", Text("vi", Today).Subject);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Answering_is_offered_only_where_answers_are_read(bool mayAnswer) => Assert.Equal(
        mayAnswer, Text("vi", Today, mayAnswer).Closing.Any(p => p.Contains("trả lời thư này", StringComparison.Ordinal)));

    [Fact]
    public void It_speaks_English_where_the_store_does()
    {
        var text = Text("en", Today);

        Assert.StartsWith("[Please complete] ", text.Subject, StringComparison.Ordinal);
        Assert.Equal("Hand the minutes in again", text.Button);
    }

    private static ReturnText Text(string language, DateOnly dueOn, bool mayAnswer = false) => new(
        Given.Unit("cell-1"), Given.Key("cell-1", "minutes.regular", "2026-11"), Comment, dueOn, Today, mayAnswer,
        CultureInfo.GetCultureInfo(language));
}
