using static ServerlessParty.Minutes.Forms.MinutesFormField;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Fields that are shown together, in the order of minutes.</summary>
/// <param name="IsFolded">Seldom needed: known from the unit, or written by few cells.</param>
public sealed record FormGroup(string Name, IReadOnlyList<MinutesFormField> Fields, bool IsFolded = false)
{
    public static IReadOnlyList<FormGroup> All { get; } =
    [
        new("meeting", [StartedAt, EndedAt, Venue, Chair, MinuteTaker]),
        new("attendance", [PresentCount, Excused, Unexcused, Guests]),
        new("content", [Dues, Agenda, News, PriorResolutionReview, Remarks]),
        new("conclusion", [Conclusions, Assignments, Votes, SelfScore]),
        new("members", [OfficialCount, ProbationaryCount, TemporaryInCount, ExemptCount, TemporaryOutCount], IsFolded: true),
        new("paper", [MinutesFormField.Number, SignedByMinuteTaker, SignedByChair], IsFolded: true),
    ];
}
