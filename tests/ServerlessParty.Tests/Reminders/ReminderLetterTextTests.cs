using System.Globalization;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

public sealed class ReminderLetterTextTests
{
    private static readonly OwedPaper Late = new("Hồ sơ xếp loại năm 2026", new DateOnly(2026, 12, 4), -3);
    private static readonly OwedPaper Soon = new("Biên bản tháng 11/2026", new DateOnly(2026, 12, 10), 3);
    private static readonly OwingUnit Unit = new("Chi bộ Thôn 3", new("https://party.example/u/x"), [Late, Soon]);

    private static readonly ReminderLetter Letter = new(
        [Unit], [new("Đảng ủy xã", [new("Chi bộ Thôn 9", "0912 345 678", [Late]), new("Chi bộ Thôn 8", null, [Late])])],
        ToDeputy: false, "Ban Tổ chức Tỉnh ủy");

    [Fact]
    public void The_subject_counts_and_names_nobody() => Assert.Equal(
        "[Nhắc nộp] 1 việc cần nộp, 1 việc quá hạn, 2 đơn vị trực thuộc chậm nộp", In("vi").Subject);

    [Fact]
    public void The_text_says_what_is_owed_until_when_how_late_and_where_to_hand_in() => Assert.Equal(
        """
        Kính gửi đồng chí Bí thư Chi bộ Thôn 3, Đảng ủy xã,

        Đề nghị đồng chí hoàn thành các việc sau:

        Chi bộ Thôn 3
        - Hồ sơ xếp loại năm 2026: hết ngày 04/12/2026 (quá hạn 3 ngày)
        - Biên bản tháng 11/2026: hết ngày 10/12/2026 (còn 3 ngày)
        Mở trang nộp của Chi bộ Thôn 3: https://party.example/u/x

        Liên kết này dành riêng cho đơn vị của đồng chí, đề nghị không chuyển cho người khác.

        Các đơn vị trực thuộc Đảng ủy xã đang chậm nộp, đề nghị đồng chí đôn đốc:

        Chi bộ Thôn 9 (điện thoại 0912 345 678)
        - Hồ sơ xếp loại năm 2026: hết ngày 04/12/2026 (quá hạn 3 ngày)

        Chi bộ Thôn 8 (chưa có số điện thoại)
        - Hồ sơ xếp loại năm 2026: hết ngày 04/12/2026 (quá hạn 3 ngày)

        Nếu đơn vị vừa nộp xong, xin đồng chí bỏ qua thư này.

        Ban Tổ chức Tỉnh ủy

        """, In("vi").Body);

    [Fact]
    public void It_speaks_English_where_the_store_does()
    {
        Assert.Equal("[Reminder] 1 to hand in, 1 overdue, 2 of your units late", In("en").Subject);
        Assert.Contains("by the end of 04/12/2026 (days overdue: 3)", In("en").Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deputy_is_greeted_as_one() => Assert.Equal(
        "Kính gửi đồng chí Phó Bí thư Chi bộ Thôn 3",
        new ReminderLetterText(new([Unit], [], ToDeputy: true, ""), CultureInfo.GetCultureInfo("vi")).Greeting);

    [Fact]
    public void A_letter_about_one_unit_is_answered_and_one_about_more_names_the_address()
    {
        var unit = Unit with { HandInAddress = "nop+abc@mail.example.org" };
        var alone = new ReminderLetterText(Letter with { Own = [unit], Watched = [] }, CultureInfo.GetCultureInfo("vi"));
        var among = new ReminderLetterText(Letter with { Own = [unit] }, CultureInfo.GetCultureInfo("vi"));

        Assert.Contains(
            "x\n\nĐồng chí cũng có thể nộp biên bản bằng cách trả lời thư này và đính kèm biên bản.\nLiên kết này",
            alone.Body, StringComparison.Ordinal);
        Assert.Contains(
            "x\nHoặc gửi thư đính kèm biên bản đến địa chỉ riêng của đơn vị: nop+abc@mail.example.org\n\nLiên kết này",
            among.Body, StringComparison.Ordinal);
        Assert.Null(among.Letter.ReplyTo);
    }

    private static ReminderLetterText In(string language) => new(Letter, CultureInfo.GetCultureInfo(language));
}
