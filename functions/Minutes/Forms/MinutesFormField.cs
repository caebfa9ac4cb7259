namespace ServerlessParty.Minutes.Forms;

/// <summary>What one field takes.</summary>
public enum FormFieldKind
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>The name of a person.</summary>
    Name,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A whole number from 0.</summary>
    Number,

    /// <summary>Text of several lines.</summary>
    Text,

    /// <summary>A list, one thing a line.</summary>
    List,
}

/// <summary>A field of the form, as it is posted, read and drawn.</summary>
/// <param name="Name">The name of the input.</param>
/// <param name="Max">Of texts the most characters, of numbers the greatest.</param>
public sealed record MinutesFormField(string Name, FormFieldKind Kind, int Max)
{
    /// <summary>The most lines of a list.</summary>
    public const int MaxLines = 200;

    private const int MaxMembers = 10_000;
    private const int MaxScore = 100;
    private const int MaxList = 5_000;
    private const int MaxText = 12_000;

    public static MinutesFormField Number { get; } = new("number", FormFieldKind.Line, 40);

    public static MinutesFormField StartedAt { get; } = new("startedAt", FormFieldKind.Time, 20);

    public static MinutesFormField EndedAt { get; } = new("endedAt", FormFieldKind.Time, 20);

    public static MinutesFormField Venue { get; } = new("venue", FormFieldKind.Line, 200);

    public static MinutesFormField OfficialCount { get; } = new("officialCount", FormFieldKind.Number, MaxMembers);

    public static MinutesFormField ProbationaryCount { get; } = new("probationaryCount", FormFieldKind.Number, MaxMembers);

    public static MinutesFormField TemporaryInCount { get; } = new("temporaryInCount", FormFieldKind.Number, MaxMembers);

    public static MinutesFormField ExemptCount { get; } = new("exemptCount", FormFieldKind.Number, MaxMembers);

    public static MinutesFormField TemporaryOutCount { get; } = new("temporaryOutCount", FormFieldKind.Number, MaxMembers);

    public static MinutesFormField PresentCount { get; } = new("presentCount", FormFieldKind.Number, MaxMembers);

    public static MinutesFormField Excused { get; } = new("excused", FormFieldKind.List, MaxList);

    public static MinutesFormField Unexcused { get; } = new("unexcused", FormFieldKind.List, MaxList);

    public static MinutesFormField Chair { get; } = new("chair", FormFieldKind.Name, 100);

    public static MinutesFormField MinuteTaker { get; } = new("minuteTaker", FormFieldKind.Name, 100);

    public static MinutesFormField Guests { get; } = new("guests", FormFieldKind.List, MaxList);

    public static MinutesFormField Dues { get; } = new("dues", FormFieldKind.Line, 500);

    public static MinutesFormField Agenda { get; } = new("agenda", FormFieldKind.List, MaxList);

    public static MinutesFormField News { get; } = new("news", FormFieldKind.Text, MaxText);

    public static MinutesFormField PriorResolutionReview { get; } = new("priorResolutionReview", FormFieldKind.Text, MaxText);

    public static MinutesFormField Remarks { get; } = new("remarks", FormFieldKind.List, MaxText);

    public static MinutesFormField Conclusions { get; } = new("conclusions", FormFieldKind.Text, MaxText);

    public static MinutesFormField Assignments { get; } = new("assignments", FormFieldKind.List, MaxList);

    public static MinutesFormField Votes { get; } = new("votes", FormFieldKind.List, MaxList);

    public static MinutesFormField SelfScore { get; } = new("selfScore", FormFieldKind.Number, MaxScore);

    public static MinutesFormField SignedByMinuteTaker { get; } = new("signedByMinuteTaker", FormFieldKind.Name, 100);

    public static MinutesFormField SignedByChair { get; } = new("signedByChair", FormFieldKind.Name, 100);
}
