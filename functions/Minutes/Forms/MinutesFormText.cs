namespace ServerlessParty.Minutes.Forms;

/// <summary>All that a form says, one line for each thing: what it is found by and compared by.</summary>
public static class MinutesFormText
{
    /// <summary>Without headings, which are the same in every form.</summary>
    public static string Of(MinutesForm form) => string.Join('\n', Lines(form).Where(line => !string.IsNullOrEmpty(line)));

    private static IEnumerable<string?> Lines(MinutesForm form) =>
    [
        form.Number, form.Venue, form.Chair, form.MinuteTaker, form.Dues, form.News, form.PriorResolutionReview, form.Conclusions,
        .. form.Absences.Select(absence => $"{absence.Name} {absence.Reason}"),
        .. form.Guests,
        .. form.Agenda,
        .. form.Remarks.Select(remark => $"{remark.Speaker} {remark.Text}"),
        .. form.Assignments.Select(assignment => $"{assignment.Task} {assignment.Assignee} {assignment.By}"),
        .. form.Votes.Select(vote => vote.Subject),
        form.SignedByMinuteTaker, form.SignedByChair,
    ];
}
