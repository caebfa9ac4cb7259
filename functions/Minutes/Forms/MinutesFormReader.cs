using System.Text.Json;

namespace ServerlessParty.Minutes.Forms;

/// <summary>
/// Reads the posted form. Every field may be missing, but something must have been said at the meeting: news, a review,
/// remarks or conclusions.
/// </summary>
public sealed class MinutesFormReader(FormalityRules rules)
{
    /// <param name="posted">By the names of <see cref="MinutesFormField"/>; others are not looked at.</param>
    /// <param name="day">The day of the meeting, or of handing in when nobody said: by its rule the score has a level.</param>
    public ReadMinutesForm Read(IReadOnlyDictionary<string, string?> posted, DateOnly day)
    {
        var reading = new FormReading(posted);
        var form = Form(reading);
        Check(form, reading);
        return reading.Faults.Count == 0
            ? new ReadMinutesForm.Fine(form with { SelfLevel = form.SelfScore is { } score ? rules.LevelOf(score, day) : null })
            : new ReadMinutesForm.Faulty(reading.Faults);
    }

    private static MinutesForm Form(FormReading reading) => new()
    {
        Number = reading.Line(MinutesFormField.Number),
        StartedAt = reading.Time(MinutesFormField.StartedAt),
        EndedAt = reading.Time(MinutesFormField.EndedAt),
        Venue = reading.Line(MinutesFormField.Venue),
        OfficialCount = reading.Number(MinutesFormField.OfficialCount),
        ProbationaryCount = reading.Number(MinutesFormField.ProbationaryCount),
        TemporaryInCount = reading.Number(MinutesFormField.TemporaryInCount),
        ExemptCount = reading.Number(MinutesFormField.ExemptCount),
        TemporaryOutCount = reading.Number(MinutesFormField.TemporaryOutCount),
        PresentCount = reading.Number(MinutesFormField.PresentCount),
        Absences = Absences(reading),
        Chair = reading.Line(MinutesFormField.Chair),
        MinuteTaker = reading.Line(MinutesFormField.MinuteTaker),
        Guests = reading.List(MinutesFormField.Guests),
        Dues = reading.Line(MinutesFormField.Dues),
        Agenda = reading.List(MinutesFormField.Agenda),
        News = reading.Text(MinutesFormField.News),
        PriorResolutionReview = reading.Text(MinutesFormField.PriorResolutionReview),
        Remarks = [.. reading.List(MinutesFormField.Remarks).Select(FormLines.Remark)],
        Conclusions = reading.Text(MinutesFormField.Conclusions),
        Assignments = [.. reading.List(MinutesFormField.Assignments).Select(FormLines.Assignment)],
        Votes = Votes(reading),
        SelfScore = reading.Number(MinutesFormField.SelfScore),
        SignedByMinuteTaker = reading.Line(MinutesFormField.SignedByMinuteTaker),
        SignedByChair = reading.Line(MinutesFormField.SignedByChair),
    };

    private static List<Absence> Absences(FormReading reading) =>
    [
        .. reading.List(MinutesFormField.Excused).Select(line => FormLines.Absence(line, AttendanceStatus.Excused)),
        .. reading.List(MinutesFormField.Unexcused).Select(line => FormLines.Absence(line, AttendanceStatus.Unexcused)),
    ];

    private static List<Vote> Votes(FormReading reading)
    {
        var votes = new List<Vote>();
        foreach (var line in reading.List(MinutesFormField.Votes))
        {
            if (FormLines.Vote(line) is { } vote)
            {
                votes.Add(vote);
            }
            else
            {
                reading.Refuse(MinutesFormField.Votes.Name, "form.vote", line);
            }
        }

        return votes;
    }

    private static void Check(MinutesForm form, FormReading reading)
    {
        if (form is { StartedAt: { } start, EndedAt: { } end } && end <= start)
        {
            reading.Refuse(MinutesFormField.EndedAt.Name, "form.endsBeforeStart");
        }

        if (reading.Faults.Count == 0 && form is { News: null, PriorResolutionReview: null, Remarks: [], Conclusions: null })
        {
            reading.Refuse(MinutesFormField.Conclusions.Name, "form.empty");
        }

        if (reading.Faults.Count == 0 && JsonSerializer.Serialize(form).Length > MinutesForm.MaxJsonLength)
        {
            reading.Refuse("", "form.tooMuch");
        }
    }
}
