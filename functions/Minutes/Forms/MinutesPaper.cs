using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>The text of printed minutes, section by section. What the form does not say is left out, not made up.</summary>
internal static class MinutesPaper
{
    /// <summary>The sections that say something, numbered in their order.</summary>
    public static IEnumerable<Paragraph> Sections(MinutesForm form, DateOnly? meetingDate)
    {
        (string Heading, string[] Lines)[] sections =
        [
            ("THỜI GIAN, ĐỊA ĐIỂM", [.. Meeting(form, meetingDate)]),
            ("THÀNH PHẦN", [.. Attendance(form)]),
            ("NỘI DUNG", [.. Content(form)]),
            ("KẾT LUẬN", [.. Conclusion(form)]),
        ];
        return sections.Where(section => section.Lines.Length > 0)
            .SelectMany((section, index) =>
                section.Lines.SelectMany(Paper.Text).Prepend(Paper.Heading($"{Roman[index]}- {section.Heading}")));
    }

    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    private static IEnumerable<string> Meeting(MinutesForm form, DateOnly? meetingDate)
    {
        var day = meetingDate is { } date ? $", ngày {ObligationNames.Of(date)}" : "";
        return Said(
            form.StartedAt is { } start ? $"- Bắt đầu: {Clock(start)}{day}." : null,
            form.EndedAt is { } end ? $"- Kết thúc: {Clock(end)}." : null,
            form.Venue is { } venue ? $"- Địa điểm: {venue}." : null);
    }

    private static IEnumerable<string> Attendance(MinutesForm form) =>
    [
        .. Said(
            Members(form),
            form.PresentCount is { } present
                ? $"- Có mặt: {Number(present)}{(form.ExpectedCount is { } expected ? $"/{Number(expected)}" : "")} đồng chí."
                : null),
        .. Absent(form, AttendanceStatus.Excused, "- Vắng có lý do"),
        .. Absent(form, AttendanceStatus.Unexcused, "- Vắng không lý do"),
        .. Said(
            form.Chair is { } chair ? $"- Chủ trì: {Comrade(chair)}." : null,
            form.MinuteTaker is { } taker ? $"- Thư ký cuộc họp: {Comrade(taker)}." : null),
        .. Listed("- Cấp trên, khách mời:", form.Guests.Select(guest => $"+ {guest}")),
    ];

    private static string Comrade(string person) => FormLines.HasTitle(person) ? person : $"Đồng chí {person}";

    private static string? Members(MinutesForm form)
    {
        var counts = Said(
            Count("chính thức", form.OfficialCount),
            Count("dự bị", form.ProbationaryCount),
            Count("sinh hoạt tạm thời từ nơi khác đến", form.TemporaryInCount),
            Count("miễn sinh hoạt", form.ExemptCount),
            Count("đang sinh hoạt tạm thời nơi khác", form.TemporaryOutCount));
        return string.Join("; ", counts) is { Length: > 0 } members ? $"- Đảng viên: {members}." : null;
    }

    private static IEnumerable<string> Absent(MinutesForm form, AttendanceStatus status, string title)
    {
        var absent = form.Absences.Where(absence => absence.Status == status).ToArray();
        return Listed(
            $"{title}: {Number(absent.Length)} đồng chí:",
            absent.Select(absence => absence.Reason is null ? $"+ {absence.Name}" : $"+ {absence.Name} – {absence.Reason}"));
    }

    private static IEnumerable<string> Content(MinutesForm form)
    {
        string[][] parts =
        [
            [.. Said(form.Dues is { } dues ? $"Tình hình đóng đảng phí: {dues}" : null)],
            [.. Listed("Chương trình họp:", form.Agenda.Select(item => $"- {item}"))],
            [.. Listed("Thông tin thời sự, văn bản mới của cấp trên:", Said(form.News))],
            [.. Listed("Kết quả thực hiện nghị quyết kỳ trước:", Said(form.PriorResolutionReview))],
            [.. Listed("Ý kiến thảo luận:", form.Remarks.Select(remark => $"- {Prefix(remark.Speaker)}{remark.Text}"))],
        ];
        return parts.Where(part => part.Length > 0).SelectMany((part, index) => part.Skip(1).Prepend($"{index + 1}. {part[0]}"));
    }

    private static IEnumerable<string> Conclusion(MinutesForm form) =>
    [
        .. Said(form.Conclusions),
        .. Listed("- Phân công:", form.Assignments.Select(a => $"+ {string.Join(" – ", Said(a.Task, a.Assignee, a.By))}")),
        .. Listed("- Biểu quyết:", form.Votes.Select(v => $"+ {Prefix(v.Subject)}{Number(v.For)}/{Number(v.Total)} tán thành")),
        .. Said(form.SelfScore is { } score
            ? $"- Chi bộ tự chấm điểm buổi sinh hoạt: {Number(score)}/100 điểm{Level(form.SelfLevel)}."
            : null),
    ];

    private static string Level(MeetingLevel? level) => level switch
    {
        MeetingLevel.Good => ", xếp loại tốt",
        MeetingLevel.Fair => ", xếp loại khá",
        MeetingLevel.Average => ", xếp loại trung bình",
        MeetingLevel.Weak => ", xếp loại kém",
        _ => "",
    };

    private static IEnumerable<string> Listed(string title, IEnumerable<string> lines) =>
        lines.ToArray() is { Length: > 0 } all ? [title, .. all] : [];

    private static IEnumerable<string> Said(params string?[] lines) => lines.OfType<string>();

    private static string Prefix(string? label) => label is null ? "" : $"{label}: ";

    private static string? Count(string what, int? count) => count is { } number ? $"{what} {Number(number)}" : null;

    private static string Clock(TimeOnly time) => time.ToString("HH' giờ 'mm", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
