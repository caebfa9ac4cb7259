namespace ServerlessParty.Tests.Minutes.Forms;

/// <summary>Texts of minutes as cells write them; all persons and places are invented.</summary>
internal static class SampleTexts
{
    /// <summary>Complete minutes of a village cell.</summary>
    public const string November = """
        ĐẢNG BỘ XÃ HÒA BÌNH
        CHI BỘ THÔN 3
        Số: 05-BB/CB
        ĐẢNG CỘNG SẢN VIỆT NAM
        Hòa Bình, ngày 05 tháng 11 năm 2026
        BIÊN BẢN
        Họp chi bộ thường kỳ tháng 11/2026
        Bắt đầu: 19 giờ 30 phút, ngày 05/11/2026, tại nhà văn hóa thôn 3.
        Tổng số đảng viên: 12 đồng chí. Có mặt: 10/12 đồng chí. Vắng: 2 đồng chí (đồng chí Lê Thị Thử, lý do ốm).
        Chủ trì: Đồng chí Nguyễn Văn Thử - Bí thư chi bộ
        Thư ký: Đồng chí Trần Thị Mẫu
        I. NỘI DUNG
        1. Đồng chí chủ trì thông báo tình hình thời sự, các văn bản mới của cấp trên về chuyển đổi số ở nông thôn và phòng
        cháy, chữa cháy rừng mùa khô.
        2. Đánh giá kết quả thực hiện nhiệm vụ tháng trước: chi bộ đã vận động nhân dân thu hoạch xong lúa mùa, làm được hai
        trăm mét đường ngõ xóm, thu đảng phí đủ và đúng hạn; còn chậm việc rà soát hộ nghèo.
        3. Nhiệm vụ tháng này: hoàn thành rà soát hộ nghèo, ra quân làm vệ sinh môi trường, chuẩn bị ngày hội đại đoàn kết.
        II. Ý KIẾN THẢO LUẬN
        - Đồng chí Phạm Văn Ví: nhất trí với đánh giá của chi ủy, đề nghị phân công rõ từng đảng viên phụ trách từng nhóm hộ.
        - Đồng chí Hoàng Thị Dụ: đề nghị mời đoàn thanh niên cùng làm vệ sinh đường làng vào sáng chủ nhật.
        III. KẾT LUẬN
        Chi bộ thống nhất các nhiệm vụ nêu trên; giao đồng chí Phạm Văn Ví rà soát hộ nghèo xong trước ngày 20.
        Biểu quyết nghị quyết: 10/10 đồng chí tán thành.
        Chi bộ tự chấm điểm buổi sinh hoạt: 92/100 điểm, xếp loại tốt.
        Cuộc họp kết thúc lúc 21 giờ 15 phút cùng ngày.
        THƯ KÝ
        CHỦ TRÌ
        """;

    /// <summary>The minutes of the month before with nothing but day, month and number changed.</summary>
    public static string October { get; } = November
        .Replace("05 tháng 11", "04 tháng 10", StringComparison.Ordinal)
        .Replace("05/11", "04/10", StringComparison.Ordinal)
        .Replace("tháng 11/2026", "tháng 10/2026", StringComparison.Ordinal)
        .Replace("05-BB", "04-BB", StringComparison.Ordinal)
        .Replace("92/100", "95/100", StringComparison.Ordinal);

    /// <summary>The same cell, one paragraph of another content.</summary>
    public static string OneParagraphChanged { get; } = November.Replace(
        "3. Nhiệm vụ tháng này: hoàn thành rà soát hộ nghèo, ra quân làm vệ sinh môi trường, chuẩn bị ngày hội đại đoàn kết.",
        "3. Nhiệm vụ tháng này: tiêm phòng đàn trâu bò, vận động góp công sửa kênh mương, giới thiệu một quần chúng học lớp cảm tình.",
        StringComparison.Ordinal);

    /// <summary>Another cell that met about something else.</summary>
    public const string OfASchool = """
        Chi bộ Trường Trung học cơ sở Sông Thử họp bàn công tác chuẩn bị kiểm tra cuối học kỳ. Hiệu trưởng báo cáo chất lượng
        giảng dạy, tình hình học sinh bỏ học, kế hoạch bồi dưỡng giáo viên môn tin học và việc dùng sổ điểm điện tử. Các đồng
        chí trao đổi về phụ đạo học sinh yếu, phối hợp với cha mẹ học sinh, giữ gìn trật tự trước cổng trường, tổ chức thi văn
        nghệ chào mừng ngày nhà giáo. Chi bộ phân công tổ chuyên môn soạn đề, công đoàn lo phần thưởng, đoàn đội tập tiết mục.
        """;
}
