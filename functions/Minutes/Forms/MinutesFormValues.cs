using System.Globalization;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>What stands in the inputs before somebody types: by the names of <see cref="MinutesFormField"/>.</summary>
public static class MinutesFormValues
{
    /// <summary>A new form of a unit: its members are known.</summary>
    public static IReadOnlyDictionary<string, string?> Of(MemberCounts members) => members == MemberCounts.None
        ? new Dictionary<string, string?>()
        : Of(new MinutesForm
        {
            OfficialCount = members.Official,
            ProbationaryCount = members.Probationary,
            ExemptCount = members.Exempt,
        });

    /// <summary>A form that was handed in, to be filled in further; reading it again gives the same form.</summary>
    public static IReadOnlyDictionary<string, string?> Of(MinutesForm form) => new Dictionary<string, string?>
    {
        [MinutesFormField.Number.Name] = form.Number,
        [MinutesFormField.StartedAt.Name] = Time(form.StartedAt),
        [MinutesFormField.EndedAt.Name] = Time(form.EndedAt),
        [MinutesFormField.Venue.Name] = form.Venue,
        [MinutesFormField.OfficialCount.Name] = Number(form.OfficialCount),
        [MinutesFormField.ProbationaryCount.Name] = Number(form.ProbationaryCount),
        [MinutesFormField.TemporaryInCount.Name] = Number(form.TemporaryInCount),
        [MinutesFormField.ExemptCount.Name] = Number(form.ExemptCount),
        [MinutesFormField.TemporaryOutCount.Name] = Number(form.TemporaryOutCount),
        [MinutesFormField.PresentCount.Name] = Number(form.PresentCount),
        [MinutesFormField.Excused.Name] = Absences(form, AttendanceStatus.Excused),
        [MinutesFormField.Unexcused.Name] = Absences(form, AttendanceStatus.Unexcused),
        [MinutesFormField.Chair.Name] = form.Chair,
        [MinutesFormField.MinuteTaker.Name] = form.MinuteTaker,
        [MinutesFormField.Guests.Name] = Lines(form.Guests),
        [MinutesFormField.Dues.Name] = form.Dues,
        [MinutesFormField.Agenda.Name] = Lines(form.Agenda),
        [MinutesFormField.News.Name] = form.News,
        [MinutesFormField.PriorResolutionReview.Name] = form.PriorResolutionReview,
        [MinutesFormField.Remarks.Name] = Lines(form.Remarks.Select(r => r.Speaker is null ? r.Text : $"{r.Speaker}: {r.Text}")),
        [MinutesFormField.Conclusions.Name] = form.Conclusions,
        [MinutesFormField.Assignments.Name] = Lines(form.Assignments.Select(a => Parts(a.Task, a.Assignee, a.By))),
        [MinutesFormField.Votes.Name] = Lines(form.Votes.Select(v => v.Subject is null ? Share(v) : $"{v.Subject}: {Share(v)}")),
        [MinutesFormField.SelfScore.Name] = Number(form.SelfScore),
        [MinutesFormField.SignedByMinuteTaker.Name] = form.SignedByMinuteTaker,
        [MinutesFormField.SignedByChair.Name] = form.SignedByChair,
    };

    private static string? Absences(MinutesForm form, AttendanceStatus status) =>
        Lines(form.Absences.Where(absence => absence.Status == status).Select(absence => Parts(absence.Name, absence.Reason)));

    private static string Parts(params string?[] parts) => string.Join(" – ", parts.Where(part => part is not null));

    private static string Share(Vote vote) => string.Create(CultureInfo.InvariantCulture, $"{vote.For}/{vote.Total}");

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : null;
}
