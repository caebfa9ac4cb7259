using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Obligations;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class MinutesFormDocumentTests
{
    private static readonly MinutesHeading Heading = new(
        "Chi bộ thôn 3", "Đảng bộ xã Hòa Bình", ObligationKind.RegularMinutes, Period.Month(2026, 11), SampleForm.Day);

    [Fact]
    public void The_paper_says_all_that_the_form_says()
    {
        var lines = Lines(SampleForm.Read(), Heading);

        string[] expected =
        [
            "ĐẢNG BỘ XÃ HÒA BÌNH", "CHI BỘ THÔN 3", "*", "Số: 05-BB/CB", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hòa Bình, ngày 05 tháng 11 năm 2026",
            "", "BIÊN BẢN", "Họp chi bộ thường kỳ tháng 11/2026", "-----",
            "I- THỜI GIAN, ĐỊA ĐIỂM",
            "- Bắt đầu: 19 giờ 30, ngày 05/11/2026.", "- Kết thúc: 21 giờ 15.", "- Địa điểm: Nhà văn hóa thôn 3.",
            "II- THÀNH PHẦN",
            "- Đảng viên: chính thức 12; dự bị 1; miễn sinh hoạt 1; đang sinh hoạt tạm thời nơi khác 0.",
            "- Có mặt: 10/12 đồng chí.",
            "- Vắng có lý do: 1 đồng chí:", "+ Lê Thị Thử – ốm", "- Vắng không lý do: 1 đồng chí:", "+ Hoàng Văn Vắng",
            "- Chủ trì: Đồng chí Nguyễn Văn Thử.", "- Thư ký cuộc họp: Đồng chí Trần Thị Mẫu.",
            "- Cấp trên, khách mời:", "+ Đỗ Văn Khách, Phó Bí thư Đảng ủy xã",
            "III- NỘI DUNG",
            "1. Tình hình đóng đảng phí: Đã thu đủ 12/12 đồng chí",
            "2. Chương trình họp:", "- Thời sự", "- Việc tháng trước", "- Việc tháng này",
            "3. Thông tin thời sự, văn bản mới của cấp trên:", "Thông báo kết quả kỳ họp Hội đồng nhân dân xã.", "Phổ biến kế hoạch phòng cháy.",
            "4. Kết quả thực hiện nghị quyết kỳ trước:", "Đã thu hoạch xong lúa mùa; còn chậm việc rà soát hộ nghèo.",
            "5. Ý kiến thảo luận:", "- Đồng chí Phạm Văn Ví: nhất trí, đề nghị phân công rõ", "- Hoàng Thị Dụ: đề nghị mời đoàn thanh niên",
            "IV- KẾT LUẬN",
            "Thống nhất các nhiệm vụ nêu trên.",
            "- Phân công:", "+ Rà soát hộ nghèo – Phạm Văn Ví – trước ngày 20/11",
            "- Biểu quyết:", "+ Nghị quyết tháng 11: 10/10 tán thành",
            "- Chi bộ tự chấm điểm buổi sinh hoạt: 92/100 điểm, xếp loại tốt.",
            "", "THƯ KÝ", "", "", "", "Trần Thị Mẫu", "CHỦ TRÌ", "", "", "", "Nguyễn Văn Thử",
        ];
        Assert.Equal(expected, lines);
    }

    [Fact]
    public void What_the_form_does_not_say_is_left_out()
    {
        var lines = Lines(new() { Conclusions = "Thống nhất." }, Heading with { Superior = null, MeetingDate = null, Kind = ObligationKind.ThematicMinutes, Period = Period.Quarter(2026, 4) });

        Assert.Equal(
            [
                "CHI BỘ THÔN 3", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "ngày …… tháng …… năm ……", "", "BIÊN BẢN", "Họp chi bộ chuyên đề quý 4/2026",
                "-----", "I- KẾT LUẬN", "Thống nhất.", "", "THƯ KÝ", "", "", "", "", "CHỦ TRÌ", "", "", "", "",
            ],
            lines);
    }

    [Theory]
    [InlineData("Đảng bộ xã Hòa Bình", "Hòa Bình, ngày")]
    [InlineData("Đảng ủy Phường Thử Nghiệm", "Thử Nghiệm, ngày")]
    [InlineData("Đảng bộ Trường Đại học Thử", "ngày")]
    public void The_place_is_the_commune_where_the_superiors_name_tells_it(string superior, string beginning) => Assert.Contains(
        Lines(SampleForm.Read(), Heading with { Superior = superior }), line => line.StartsWith(beginning, StringComparison.Ordinal));

    [Fact]
    public void A_title_is_said_once_and_a_signature_is_a_name()
    {
        var lines = Lines(SampleForm.Read(("chair", "Đ/c Nguyễn Văn Thử – Bí thư chi bộ"), ("signedByMinuteTaker", "Lý Văn Ký")), Heading);

        Assert.Contains("- Chủ trì: Đ/c Nguyễn Văn Thử – Bí thư chi bộ.", lines);
        Assert.Equal(["Nguyễn Văn Thử", "Lý Văn Ký"], [lines[^1], lines[^6]]);
    }

    [Fact]
    public void The_same_form_gives_the_same_bytes_in_every_language()
    {
        var first = Write(SampleForm.Read(), Heading);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

        Assert.Equal(first, Write(SampleForm.Read(), Heading));
        Assert.NotEqual(first, Write(SampleForm.Read(("venue", "Nơi khác")), Heading));
    }

    [Fact]
    public void No_file_inside_carries_a_time()
    {
        using var zip = new ZipArchive(new MemoryStream(Write(SampleForm.Read(), Heading)));

        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
    }

    [Fact]
    public void The_paper_is_a_valid_document()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Write(SampleForm.Read(), Heading)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Characters_that_xml_cannot_hold_do_not_stop_the_paper() => Assert.Contains(
        "a😀b", Lines(new() { Conclusions = "a\uffff\u0001😀b" }, Heading));

    [Fact]
    public void The_target_stays_open()
    {
        using var target = new MemoryStream();

        MinutesFormDocument.Write(SampleForm.Read(), Heading, target);

        Assert.True(target.CanWrite);
    }

    private static string[] Lines(MinutesForm form, MinutesHeading heading)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Write(form, heading)), isEditable: false);
        return [.. document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)];
    }

    private static byte[] Write(MinutesForm form, MinutesHeading heading)
    {
        using var target = new MemoryStream();
        MinutesFormDocument.Write(form, heading, target);
        return target.ToArray();
    }
}
