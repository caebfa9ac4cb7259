using System.Globalization;
using ServerlessParty.Minutes;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Letters;
using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Letters;

public sealed class ReceiptTextTests
{
    [Fact]
    public void It_says_what_arrived_what_is_still_missing_and_what_happens_next() => Assert.Equal(
        """
        Kính gửi đồng chí Bí thư Chi bộ cell-1,

        Hệ thống đã nhận đủ tệp biên bản của đơn vị:

        - Nội dung: Biên bản sinh hoạt chi bộ thường kỳ tháng 11/2026
        - Đơn vị: Chi bộ cell-1
        - Ngày họp: 03/12/2026
        - Tệp: biên bản.pdf (tệp PDF, 1,2 MB)
        - Lần nộp: 2 (thay cho lần nộp trước)
        - Nhận lúc: 00:05, 06/12/2026 (giờ Việt Nam)
        - Mã kiểm tra SHA-256: 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef

        Đơn vị còn phải nộp:
        - Hồ sơ đánh giá, xếp loại tổ chức đảng năm 2026: hết ngày 04/12/2026 (quá hạn 2 ngày)
        - Hồ sơ đánh giá, xếp loại tổ chức đảng năm 2026: hết ngày 10/12/2026

        Cấp ủy cấp trên sẽ xem biên bản này. Nếu cần bổ sung, đồng chí sẽ nhận được thư nêu rõ nội dung và liên kết để nộp lại. Hiện nay đồng chí không phải làm gì thêm với biên bản này.

        Xin giữ thư này để đối chiếu. Mã kiểm tra dùng để chứng minh tệp đang lưu đúng là tệp đồng chí đã nộp.
        """,
        string.Join("\n\n", Text("vi", GivenMinutes.Of(version: 2), Owes("2026-12-04"), Owes("2026-12-10")).Paragraphs));

    [Fact]
    public void The_subject_names_the_paper_and_nobody() => Assert.Equal(
        "[Đã nhận] Biên bản sinh hoạt chi bộ thường kỳ tháng 11/2026", Text("vi", GivenMinutes.Of()).Subject);

    [Fact]
    public void What_nobody_said_is_left_out()
    {
        var text = string.Join('\n', Text("vi", GivenMinutes.Of() with { MeetingDate = null }).Paragraphs);

        Assert.DoesNotContain("Ngày họp", text, StringComparison.Ordinal);
        Assert.Contains("- Lần nộp: 1\n", text, StringComparison.Ordinal);
        Assert.Contains("Đơn vị không còn phải nộp gì.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DocumentType.Pdf, "tệp PDF", "PDF file")]
    [InlineData(DocumentType.Docx, "tệp Word DOCX", "Word file, DOCX")]
    [InlineData(DocumentType.Odt, "tệp văn bản ODT", "OpenDocument text, ODT")]
    [InlineData(DocumentType.Jpeg, "ảnh JPEG", "JPEG photo")]
    [InlineData(DocumentType.Png, "ảnh PNG", "PNG picture")]
    public void Every_type_has_a_word(DocumentType type, string vietnamese, string english)
    {
        var minutes = GivenMinutes.Of() with { Type = type };

        Assert.Contains($"({vietnamese}, ", string.Join('\n', Text("vi", minutes).Paragraphs), StringComparison.Ordinal);
        Assert.Contains($"({english}, ", string.Join('\n', Text("en", minutes).Paragraphs), StringComparison.Ordinal);
    }

    [Fact]
    public void It_speaks_English_where_the_store_does()
    {
        var text = Text("en", GivenMinutes.Of(), Owes("2026-12-04"));

        Assert.StartsWith("[Received] ", text.Subject, StringComparison.Ordinal);
        Assert.Equal("Dear comrade secretary of Chi bộ cell-1,", text.Paragraphs[0]);
        Assert.Contains("by the end of 04/12/2026 (days overdue: 2)", text.Paragraphs[3], StringComparison.Ordinal);
    }

    private static ReceiptText Text(string language, MeetingMinutes minutes, params Obligation[] stillOwed) =>
        new(Given.Unit("cell-1"), minutes, stillOwed, CultureInfo.GetCultureInfo(language));

    private static Obligation Owes(string dueOn) => Given.Obligation("cell-1", dueOn);
}
