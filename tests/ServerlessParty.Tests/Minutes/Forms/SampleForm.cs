using ServerlessParty.Minutes.Forms;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes.Forms;

/// <summary>A filled-in form; each test changes what it is about.</summary>
internal static class SampleForm
{
    public static FormalityRules Rules { get; } = FormalityRulesFile.Load(Repository.Path("seeds", "formality.json"));

    public static DateOnly Day { get; } = new(2026, 11, 5);

    /// <summary>What a browser posts: lines end in two characters, empty inputs are empty texts.</summary>
    public static Dictionary<string, string?> Posted(params (string Name, string? Value)[] changed)
    {
        var posted = new Dictionary<string, string?>
        {
            ["number"] = "05-BB/CB",
            ["startedAt"] = "19:30",
            ["endedAt"] = "21:15",
            ["venue"] = "Nhà văn hóa thôn 3",
            ["officialCount"] = "12",
            ["probationaryCount"] = "1",
            ["temporaryInCount"] = "",
            ["exemptCount"] = "1",
            ["temporaryOutCount"] = "0",
            ["presentCount"] = "10",
            ["excused"] = "Lê Thị Thử – ốm",
            ["unexcused"] = "Hoàng Văn Vắng",
            ["chair"] = "Nguyễn Văn Thử",
            ["minuteTaker"] = "Trần Thị Mẫu",
            ["guests"] = "Đỗ Văn Khách, Phó Bí thư Đảng ủy xã",
            ["dues"] = "Đã thu đủ 12/12 đồng chí",
            ["agenda"] = "1. Thời sự\r\n2. Việc tháng trước\r\n\r\n3. Việc tháng này",
            ["news"] = "Thông báo kết quả kỳ họp Hội đồng nhân dân xã.\r\nPhổ biến kế hoạch phòng cháy.",
            ["priorResolutionReview"] = "Đã thu hoạch xong lúa mùa; còn chậm việc rà soát hộ nghèo.",
            ["remarks"] = "- Đồng chí Phạm Văn Ví: nhất trí, đề nghị phân công rõ\r\n- Hoàng Thị Dụ – đề nghị mời đoàn thanh niên",
            ["conclusions"] = "Thống nhất các nhiệm vụ nêu trên.",
            ["assignments"] = "Rà soát hộ nghèo – Phạm Văn Ví – trước ngày 20/11",
            ["votes"] = "Nghị quyết tháng 11: 10/10 đồng chí tán thành",
            ["selfScore"] = "92",
            ["signedByMinuteTaker"] = "",
            ["signedByChair"] = "",
        };
        foreach (var (name, value) in changed)
        {
            posted[name] = value;
        }

        return posted;
    }

    public static MinutesForm Read(params (string Name, string? Value)[] changed) => Read(Posted(changed));

    public static MinutesForm Read(IReadOnlyDictionary<string, string?> posted) =>
        Assert.IsType<ReadMinutesForm.Fine>(new MinutesFormReader(Rules).Read(posted, Day)).Form;

    public static IReadOnlyList<FormFault> Faults(params (string Name, string? Value)[] changed) =>
        Assert.IsType<ReadMinutesForm.Faulty>(new MinutesFormReader(Rules).Read(Posted(changed), Day)).Faults;
}
