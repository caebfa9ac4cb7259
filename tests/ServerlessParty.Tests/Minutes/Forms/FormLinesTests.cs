using ServerlessParty.Minutes.Forms;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class FormLinesTests
{
    [Theory]
    [InlineData("Nguyễn Văn A – ốm", "Nguyễn Văn A", "ốm")]
    [InlineData("Nguyễn Văn A - đi công tác", "Nguyễn Văn A", "đi công tác")]
    [InlineData("Nguyễn Văn A: Ốm", "Nguyễn Văn A", "Ốm")]
    [InlineData("Nguyễn Văn A, ốm, nằm viện", "Nguyễn Văn A", "ốm, nằm viện")]
    [InlineData("Nguyễn Văn A; ốm", "Nguyễn Văn A", "ốm")]
    [InlineData("Nguyễn Văn A (ốm)", "Nguyễn Văn A", "ốm")]
    [InlineData("Nguyễn Văn A-ốm", "Nguyễn Văn A", "ốm")]
    [InlineData("Nguyễn Văn A- ốm", "Nguyễn Văn A", "ốm")]
    [InlineData("Nguyễn Văn A", "Nguyễn Văn A", null)]
    [InlineData("Nguyễn Văn A –", "Nguyễn Văn A", null)]
    [InlineData("Y-Ban Niê – đi rẫy xa", "Y-Ban Niê", "đi rẫy xa")]
    [InlineData("Ksor H-Lan", "Ksor H-Lan", null)]
    [InlineData("H'Hen Niê, con ốm", "H'Hen Niê", "con ốm")]
    public void An_absence_is_a_name_and_what_follows_it(string line, string name, string? reason) =>
        Assert.Equal(new(name, AttendanceStatus.Excused, reason), FormLines.Absence(line, AttendanceStatus.Excused));

    [Theory]
    [InlineData("Đồng chí A: nhất trí", "Đồng chí A", "nhất trí")]
    [InlineData("Đ/c Nguyễn Văn A, Bí thư chi bộ: họp lúc 19:30 là muộn", "Đ/c Nguyễn Văn A, Bí thư chi bộ", "họp lúc 19:30 là muộn")]
    [InlineData("Nguyễn Văn A - nhất trí", "Nguyễn Văn A", "nhất trí")]
    [InlineData("nguyễn văn a – nhất trí", "nguyễn văn a", "nhất trí")]
    [InlineData("Nguyễn Văn A, nhất trí với báo cáo", "Nguyễn Văn A", "nhất trí với báo cáo")]
    [InlineData("Đồng chí Nguyễn Văn A, nhất trí", "Đồng chí Nguyễn Văn A", "nhất trí")]
    [InlineData("Nhất trí với báo cáo, đề nghị làm sớm", null, "Nhất trí với báo cáo, đề nghị làm sớm")]
    [InlineData("Họp lúc 19:30", null, "Họp lúc 19:30")]
    [InlineData("Chi bộ một lòng nhất trí với tất cả các nội dung sau đây: một, hai", null, "Chi bộ một lòng nhất trí với tất cả các nội dung sau đây: một, hai")]
    [InlineData("Nguyễn Văn A:", null, "Nguyễn Văn A:")]
    public void A_remark_is_who_spoke_and_what_was_said(string line, string? speaker, string text) =>
        Assert.Equal(new(speaker, text), FormLines.Remark(line));

    [Theory]
    [InlineData("Sửa đường – Nguyễn Văn A – 30/11/2026", "Sửa đường", "Nguyễn Văn A", "30/11/2026")]
    [InlineData("Sửa đường - tổ 2", "Sửa đường", "tổ 2", null)]
    [InlineData("Sửa đường, đồng chí A, trước 30/11", "Sửa đường", "đồng chí A", "trước 30/11")]
    [InlineData("Sửa đường, làm cống, đồng chí A, trong tháng 12", "Sửa đường, làm cống", "đồng chí A", "trong tháng 12")]
    [InlineData("Đồng chí A: sửa đường, làm cống", "sửa đường, làm cống", "Đồng chí A", null)]
    [InlineData("Sửa đường, làm cống", "Sửa đường, làm cống", null, null)]
    [InlineData("Sửa đường – A – 30/11 – báo cáo chi bộ", "Sửa đường", "A", "30/11 – báo cáo chi bộ")]
    public void An_assignment_is_a_task_who_does_it_and_by_when(string line, string task, string? assignee, string? by) =>
        Assert.Equal(new(task, assignee, by), FormLines.Assignment(line));

    [Theory]
    [InlineData("Nghị quyết tháng 11: 10/12", "Nghị quyết tháng 11", 10, 12)]
    [InlineData("10/12", null, 10, 12)]
    [InlineData("Kết nạp quần chúng B – 10 / 10 đồng chí tán thành (100%).", "Kết nạp quần chúng B", 10, 10)]
    [InlineData("Nghị quyết ngày 5/11, 9/10 nhất trí", "Nghị quyết ngày 5/11", 9, 10)]
    [InlineData("Nghị quyết ngày 05/11/2026: 0/10", "Nghị quyết ngày 05/11/2026", 0, 10)]
    [InlineData("Nghị quyết: 9/10, một đồng chí không có ý kiến", "Nghị quyết – một đồng chí không có ý kiến", 9, 10)]
    public void A_vote_is_a_subject_and_two_numbers(string line, string? subject, int agreed, int total) =>
        Assert.Equal(new(subject, agreed, total), FormLines.Vote(line));

    [Theory]
    [InlineData("Nghị quyết")]
    [InlineData("Nghị quyết: 100%")]
    [InlineData("Nghị quyết: 11/10")]
    [InlineData("Nghị quyết ngày 05/11/2026")]
    public void What_has_no_two_numbers_is_no_vote(string line) => Assert.Null(FormLines.Vote(line));

    [Theory]
    [InlineData("-")]
    [InlineData("a -")]
    [InlineData("10/12 ")]
    [InlineData("A, ")]
    [InlineData("đồng chí ")]
    public void Long_hostile_lines_are_read_in_no_time(string repeated)
    {
        var line = string.Concat(Enumerable.Repeat(repeated, 12_000))[..12_000];
        var watch = System.Diagnostics.Stopwatch.StartNew();

        FormLines.Absence(line, AttendanceStatus.Excused);
        FormLines.Remark(line);
        FormLines.Assignment(line);
        FormLines.Vote(line);

        Assert.InRange(watch.ElapsedMilliseconds, 0, 5_000);
    }
}
