using System.Text;
using ServerlessParty.Minutes.Forms;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class WrittenFactsTests
{
    [Fact]
    public void Complete_minutes_say_everything()
    {
        var facts = WrittenFacts.Of(SampleTexts.November);

        Assert.Equal((true, true, true, true, true), (facts.HasNumber, facts.HasChair, facts.HasMinuteTaker, facts.HasSpeaker, facts.HasScore));
        Assert.Equal((10, 12), (facts.Present, facts.Expected));
        Assert.Equal(TimeSpan.FromMinutes(105), facts.Length);
        Assert.Equal(new DateOnly(2026, 11, 5), facts.Days[0]);
    }

    [Fact]
    public void Accents_in_pieces_and_capitals_change_nothing()
    {
        var facts = WrittenFacts.Of(SampleTexts.November.Normalize(NormalizationForm.FormD));

        Assert.Equal((true, true, true, true, true), (facts.HasNumber, facts.HasChair, facts.HasMinuteTaker, facts.HasSpeaker, facts.HasScore));
        Assert.True(WrittenFacts.Of(SampleTexts.November.ToUpperInvariant()).HasChair);
    }

    [Theory]
    [InlineData("Số: 05-BB/CB", true)]
    [InlineData("Số 12/BB-CB", true)]
    [InlineData("CHI BỘ THÔN 3   Số: 05-BB/CB", true)]
    [InlineData("Số 7", true)]
    [InlineData("Số:     -BB/CB", false)]
    [InlineData("Số: ....../BB-CB", false)]
    [InlineData("Tổng số: 12 đồng chí", false)]
    [InlineData("Nghị quyết số 05-NQ/CB", false)]
    public void A_number_of_the_document_is_found(string text, bool found) => Assert.Equal(found, WrittenFacts.Of(text).HasNumber);

    [Theory]
    [InlineData("Chủ trì: Đồng chí Nguyễn Văn A", true)]
    [InlineData("Chủ tọa: Nguyễn Văn A - Bí thư", true)]
    [InlineData("* Chủ toạ cuộc họp:  Đ/c Nguyễn Văn A", true)]
    [InlineData("Chủ trì\nĐồng chí Nguyễn Văn A", true)]
    [InlineData("Đồng chí Nguyễn Văn A, Bí thư chi bộ chủ trì", true)]
    [InlineData("CHỦ TRÌ\n(Ký, ghi rõ họ tên)\nNguyễn Văn A", true)]
    [InlineData("Chủ trì: ...............", false)]
    [InlineData("Chủ trì:\nThư ký:", false)]
    [InlineData("CHỦ TRÌ\nTHƯ KÝ", false)]
    [InlineData("Chi bộ chủ động triển khai", false)]
    public void A_chair_is_found_by_name(string text, bool found) => Assert.Equal(found, WrittenFacts.Of(text).HasChair);

    [Theory]
    [InlineData("Thư ký: Đồng chí Trần Thị B", true)]
    [InlineData("Thư kí cuộc họp: Trần Thị B", true)]
    [InlineData("Người ghi biên bản: Trần Thị B", true)]
    [InlineData("Đồng chí Trần Thị B làm thư ký", true)]
    [InlineData("Thư ký: ……………", false)]
    [InlineData("Bí thư ký tên", false)]
    [InlineData("THƯ KÝ\nCHỦ TRÌ", false)]
    public void A_minute_taker_is_found_by_name(string text, bool found) => Assert.Equal(found, WrittenFacts.Of(text).HasMinuteTaker);

    [Theory]
    [InlineData("Có mặt: 10/12", 10, 12)]
    [InlineData("Số đảng viên tham dự: 10/12 đồng chí", 10, 12)]
    [InlineData("có mặt 10 / 12 đồng chí", 10, 12)]
    [InlineData("10/12 đồng chí có mặt", 10, 12)]
    [InlineData("Có mặt: 10 trên tổng số 12 đồng chí", 10, 12)]
    [InlineData("Tổng số đảng viên: 12 đồng chí; có mặt: 10; vắng: 2", 10, 12)]
    [InlineData("Tổng số\n12\nCó mặt\n10", 10, 12)]
    [InlineData("Có mặt: 10 đồng chí", 10, null)]
    [InlineData("Có mặt: …/…", null, null)]
    [InlineData("Tham dự họp ngày 05/11/2026", null, null)]
    public void Present_of_all_is_found(string text, int? present, int? expected) =>
        Assert.Equal((present, expected), (WrittenFacts.Of(text).Present, WrittenFacts.Of(text).Expected));

    [Theory]
    [InlineData("Bắt đầu lúc 19 giờ 30 … Kết thúc lúc 21 giờ", 90)]
    [InlineData("Thời gian: 19h30 ngày 05/11/2026\nCuộc họp kết thúc vào hồi 20h15 cùng ngày", 45)]
    [InlineData("Thời gian: từ 19h00 đến 21h00", 120)]
    [InlineData("từ 7:30 - 9:00 ngày 05/11/2026", 90)]
    [InlineData("Khai mạc 8 giờ. Bế mạc: 9 giờ 45 phút", 105)]
    [InlineData("Bắt đầu: 19h30", null)]
    [InlineData("Bắt đầu 21h, kết thúc 19h", null)]
    [InlineData("Bắt đầu: … giờ … phút, kết thúc: … giờ", null)]
    public void The_length_is_found(string text, int? minutes) =>
        Assert.Equal(minutes, WrittenFacts.Of(text).Length?.TotalMinutes);

    [Theory]
    [InlineData("- Đồng chí Phạm Văn Ví: nhất trí", true)]
    [InlineData("+ Đ/c Ví (tổ 2): nhất trí", true)]
    [InlineData("Phạm Văn Ví: nhất trí với báo cáo", true)]
    [InlineData("Ý kiến của đồng chí Ví: nhất trí", true)]
    [InlineData("Ý kiến thảo luận: - Đồng chí Ví: nhất trí - Phạm Văn Dụ: nhất trí", true)]
    [InlineData("Ý kiến thảo luận: - Phạm Văn Dụ: nhất trí", true)]
    [InlineData("Các đồng chí nhất trí với báo cáo", false)]
    [InlineData("Đồng chí …………: ……", false)]
    [InlineData("Nội dung: thảo luận", false)]
    [InlineData("Chủ trì: Đồng chí Nguyễn Văn A", false)]
    public void A_speaker_is_found_by_name(string text, bool found) => Assert.Equal(found, WrittenFacts.Of(text).HasSpeaker);

    [Theory]
    [InlineData("Chi bộ tự chấm điểm: 92/100", true)]
    [InlineData("Tự đánh giá buổi sinh hoạt đạt 92,5 điểm", true)]
    [InlineData("Tự chấm: …/100 điểm", false)]
    [InlineData("Bàn hai điểm", false)]
    public void A_score_is_found(string text, bool found) => Assert.Equal(found, WrittenFacts.Of(text).HasScore);

    [Fact]
    public void Damaged_text_is_read_as_far_as_it_goes() => Assert.True(WrittenFacts.Of("\ud800 Chủ trì: Nguyễn Văn A").HasChair);

    [Fact]
    public void Runs_of_spaces_count_as_one() => Assert.True(WrittenFacts.Of("Chủ   trì \t :   Nguyễn    Văn A").HasChair);

    [Theory]
    [InlineData("tổng số ")]
    [InlineData("có mặt 10 ")]
    [InlineData("đồng chí A ")]
    [InlineData("chủ trì ")]
    [InlineData("1")]
    [InlineData("Aa ")]
    [InlineData("\n- ")]
    [InlineData("từ 7:30 ")]
    public void Long_hostile_text_is_read_in_no_time(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 300_000))[..300_000];
        var watch = System.Diagnostics.Stopwatch.StartNew();

        WrittenFacts.Of(text);

        Assert.InRange(watch.ElapsedMilliseconds, 0, 10_000);
    }
}
