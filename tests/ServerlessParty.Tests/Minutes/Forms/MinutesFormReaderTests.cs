using System.Globalization;
using System.Text;
using System.Text.Json;
using ServerlessParty.Minutes.Forms;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class MinutesFormReaderTests
{
    [Fact]
    public void A_whole_form_is_read()
    {
        var form = SampleForm.Read();

        Assert.Equal((new TimeOnly(19, 30), new TimeOnly(21, 15)), (form.StartedAt, form.EndedAt));
        Assert.Equal(("05-BB/CB", "Nhà văn hóa thôn 3"), (form.Number, form.Venue));
        Assert.Equal((12, 1, null, 1, 0, 10), (form.OfficialCount, form.ProbationaryCount, form.TemporaryInCount, form.ExemptCount, form.TemporaryOutCount, form.PresentCount));
        Assert.Equal(12, form.ExpectedCount);
        Assert.Equal([new("Lê Thị Thử", AttendanceStatus.Excused, "ốm"), new("Hoàng Văn Vắng", AttendanceStatus.Unexcused, null)], form.Absences);
        Assert.Equal(["Thời sự", "Việc tháng trước", "Việc tháng này"], form.Agenda);
        Assert.Equal("Thông báo kết quả kỳ họp Hội đồng nhân dân xã.\nPhổ biến kế hoạch phòng cháy.", form.News);
        Assert.Equal(
            [new("Đồng chí Phạm Văn Ví", "nhất trí, đề nghị phân công rõ"), new("Hoàng Thị Dụ", "đề nghị mời đoàn thanh niên")], form.Remarks);
        Assert.Equal([new("Rà soát hộ nghèo", "Phạm Văn Ví", "trước ngày 20/11")], form.Assignments);
        Assert.Equal([new("Nghị quyết tháng 11", 10, 10)], form.Votes);
        Assert.Equal((92, MeetingLevel.Good), (form.SelfScore, form.SelfLevel));
    }

    [Theory]
    [InlineData("news")]
    [InlineData("priorResolutionReview")]
    [InlineData("remarks")]
    [InlineData("conclusions")]
    public void One_thing_that_was_said_is_enough(string field)
    {
        var read = new MinutesFormReader(SampleForm.Rules).Read(new Dictionary<string, string?> { [field] = "Đã bàn." }, SampleForm.Day);

        Assert.IsType<ReadMinutesForm.Fine>(read);
    }

    [Fact]
    public void Minutes_that_say_nothing_are_refused() => Assert.Equal(
        ("conclusions", "form.empty"),
        Fault(("news", ""), ("priorResolutionReview", " \r\n "), ("remarks", "- "), ("conclusions", null)));

    [Theory]
    [InlineData("19:30", 19, 30)]
    [InlineData("19h30", 19, 30)]
    [InlineData("7h05", 7, 5)]
    [InlineData("19h", 19, 0)]
    [InlineData("19 giờ 30", 19, 30)]
    [InlineData("19 giờ 30 phút", 19, 30)]
    [InlineData("19.30", 19, 30)]
    [InlineData("19:30:00", 19, 30)]
    [InlineData("1930", 19, 30)]
    public void A_time_is_read_as_people_write_it(string text, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), SampleForm.Read(("startedAt", text), ("endedAt", "")).StartedAt);

    [Theory]
    [InlineData("startedAt", "24:00", "form.time")]
    [InlineData("startedAt", "19:60", "form.time")]
    [InlineData("startedAt", "tối", "form.time")]
    [InlineData("endedAt", "19:30", "form.endsBeforeStart")]
    [InlineData("presentCount", "-1", "form.number")]
    [InlineData("presentCount", "mười", "form.number")]
    [InlineData("presentCount", "10001", "form.number")]
    [InlineData("presentCount", "99999999999999999", "form.number")]
    [InlineData("selfScore", "101", "form.number")]
    [InlineData("selfScore", "9,5", "form.number")]
    [InlineData("votes", "Nghị quyết", "form.vote")]
    [InlineData("votes", "Nghị quyết: 12/10", "form.vote")]
    [InlineData("chair", "Nguyễn V\ufffdn A", "form.damaged")]
    [InlineData("news", "a\n\ufffd", "form.damaged")]
    public void What_is_wrong_is_named_by_its_field(string field, string value, string code) =>
        Assert.Equal((field, code), Fault((field, value)));

    [Fact]
    public void All_that_is_wrong_is_named_at_once() => Assert.Equal(
        ["startedAt", "presentCount", "selfScore"],
        SampleForm.Faults(("startedAt", "x"), ("presentCount", "x"), ("selfScore", "x")).Select(fault => fault.Field));

    [Fact]
    public void A_fault_says_what_to_do_in_the_readers_language()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        Assert.Equal("Hãy ghi một số từ 0 đến 10.000, chỉ gồm chữ số.", SampleForm.Faults(("presentCount", "x"))[0].Message);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.StartsWith("Write a number", SampleForm.Faults(("presentCount", "x"))[0].Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> TextFields => new(FormGroup.All.SelectMany(group => group.Fields)
        .Where(input => input.Kind is not (FormFieldKind.Number or FormFieldKind.Time)).Select(input => input.Name));

    [Theory]
    [MemberData(nameof(TextFields))]
    public void A_field_holds_its_limit_and_no_more(string name)
    {
        var field = FormGroup.All.SelectMany(group => group.Fields).Single(f => f.Name == name);
        var value = new string('a', field.Max - 4) + " 1/1";

        Assert.NotNull(SampleForm.Read((name, value)));
        Assert.Equal((name, "form.tooLong"), Fault((name, "a" + value)));
        Assert.Equal((name, "form.tooLong"), Fault((name, new string('a', 5_000_000))));
    }

    [Fact]
    public void Limits_count_letters_not_the_pieces_they_came_in()
    {
        var name = string.Concat(Enumerable.Repeat("ễ", 100));

        Assert.Equal(name, SampleForm.Read(("chair", name.Normalize(NormalizationForm.FormD))).Chair);
    }

    [Fact]
    public void A_list_holds_two_hundred_lines()
    {
        Assert.Equal(200, SampleForm.Read(("agenda", Lines(200))).Agenda.Count);
        Assert.Equal(("agenda", "form.tooManyLines"), Fault(("agenda", Lines(201))));
    }

    [Fact]
    public void A_form_that_would_outgrow_its_row_is_refused_as_a_whole()
    {
        var text = string.Concat(Enumerable.Repeat("Đồng chí ", 1_200));

        Assert.Equal(("", "form.tooMuch"), Fault(("news", text), ("priorResolutionReview", text), ("conclusions", text)));
        Assert.InRange(JsonSerializer.Serialize(SampleForm.Read(("news", text))).Length, 1, MinutesForm.MaxJsonLength);
    }

    [Fact]
    public void Invisible_characters_of_pasted_text_are_left_out_and_letters_composed() => Assert.Equal(
        "Nguyễn Văn Thử",
        SampleForm.Read(("chair", "\u0007 Nguyễn\u200b Văn\v\tThử \u0001".Normalize(NormalizationForm.FormD))).Chair);

    /// <summary>The JSON is stored; the default options are those of the store.</summary>
    [Fact]
    public void A_form_survives_json()
    {
        var json = JsonSerializer.Serialize(SampleForm.Read());

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<MinutesForm>(json)));
        Assert.Contains("\"SelfLevel\":\"Good\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Status\":\"Unexcused\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_a_form_with_fewer_fields_is_read()
    {
        var form = JsonSerializer.Deserialize<MinutesForm>("""{"Venue":"Thôn 3"}""")!;

        Assert.Equal("Thôn 3", form.Venue);
        Assert.Empty(form.Remarks);
    }

    [Theory]
    [InlineData("2025-10-27", null)] // no rule before the guidance
    [InlineData("2025-10-28", MeetingLevel.Fair)]
    public void A_score_has_the_level_of_the_rule_of_its_day(string day, MeetingLevel? level)
    {
        var read = new MinutesFormReader(SampleForm.Rules).Read(SampleForm.Posted(("selfScore", "89")), Support.Given.Day(day));

        Assert.Equal(level, Assert.IsType<ReadMinutesForm.Fine>(read).Form.SelfLevel);
    }

    [Fact]
    public void Every_field_that_is_drawn_is_read()
    {
        var names = FormGroup.All.SelectMany(group => group.Fields).Select(field => field.Name).ToArray();

        Assert.Equal(names.Distinct().Count(), names.Length);
        Assert.Equal(names.Order(), SampleForm.Posted().Keys.Order());
        Assert.Equal(names.Order(), MinutesFormValues.Of(SampleForm.Read()).Keys.Order());
    }

    private static (string Field, string Code) Fault(params (string Name, string? Value)[] changed)
    {
        var fault = Assert.Single(SampleForm.Faults(changed));
        return (fault.Field, fault.Code);
    }

    private static string Lines(int count) => string.Join("\r\n", Enumerable.Range(1, count).Select(i => $"việc {i}"));
}
