namespace ServerlessParty.Minutes.Forms;

/// <summary>What minutes say about their meeting, as far as formality asks for it.</summary>
/// <param name="Days">The days named, in their order.</param>
/// <param name="Expected">The members who ought to have come; null when not said.</param>
/// <param name="Length">From beginning to end; null when either is not said.</param>
/// <param name="HasSpeaker">Whether somebody is named with an opinion.</param>
internal sealed record MeetingFacts(
    bool HasNumber,
    IReadOnlyList<DateOnly> Days,
    bool HasChair,
    bool HasMinuteTaker,
    int? Present,
    int? Expected,
    TimeSpan? Length,
    bool HasSpeaker,
    bool HasScore)
{
    /// <param name="meetingDate">The form itself has no date; it is handed in beside it.</param>
    public static MeetingFacts Of(MinutesForm form, DateOnly? meetingDate) => new(
        form.Number is not null,
        meetingDate is { } day ? [day] : [],
        form.Chair is not null,
        form.MinuteTaker is not null,
        form.PresentCount,
        form.ExpectedCount,
        form.EndedAt - form.StartedAt,
        form.Remarks.Any(remark => remark.Speaker is not null),
        form.SelfScore is not null);
}
