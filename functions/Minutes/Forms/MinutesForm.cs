using System.Text.Json.Serialization;

namespace ServerlessParty.Minutes.Forms;

/// <summary>
/// What minutes must hold, as fields, after the usual form of minutes of a cell (superior, unit, kind and period are the
/// minutes' own). Every field may be missing: what is missing becomes a signal, not a refusal. Texts are composed (NFC),
/// without control characters; long ones keep their lines, parted by <c>\n</c>. Stored as JSON.
/// </summary>
public sealed record MinutesForm
{
    /// <summary>The most characters of the JSON (default options); a stored row holds no more.</summary>
    public const int MaxJsonLength = 60_000;

    /// <summary>The number of the document as the cell writes it: <c>05-BB/CB</c>.</summary>
    public string? Number { get; init; }

    /// <summary>By the clock of the place.</summary>
    public TimeOnly? StartedAt { get; init; }

    /// <summary>After <see cref="StartedAt"/>, on the same day.</summary>
    public TimeOnly? EndedAt { get; init; }

    public string? Venue { get; init; }

    public int? OfficialCount { get; init; }

    public int? ProbationaryCount { get; init; }

    /// <summary>Members of other cells who take part here for a time.</summary>
    public int? TemporaryInCount { get; init; }

    /// <summary>Exempt from work and activities; part of the official members.</summary>
    public int? ExemptCount { get; init; }

    /// <summary>Own members who take part elsewhere for a time.</summary>
    public int? TemporaryOutCount { get; init; }

    public int? PresentCount { get; init; }

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public string? Chair { get; init; }

    /// <summary>The secretary of the meeting, who need not be the secretary of the cell.</summary>
    public string? MinuteTaker { get; init; }

    /// <summary>Who came from the superior or elsewhere, as written.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>How far the dues are paid.</summary>
    public string? Dues { get; init; }

    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>First content: news and new documents.</summary>
    public string? News { get; init; }

    /// <summary>Second content: what became of the last resolution.</summary>
    public string? PriorResolutionReview { get; init; }

    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    public string? Conclusions { get; init; }

    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    public IReadOnlyList<Vote> Votes { get; init; } = [];

    /// <summary>The meeting's score by itself, 0 to 100.</summary>
    public int? SelfScore { get; init; }

    /// <summary>The level of the score by the rule of the meeting's day; a later rule changes nothing.</summary>
    public MeetingLevel? SelfLevel { get; init; }

    /// <summary>The name under the minutes, where it is another than <see cref="MinuteTaker"/>.</summary>
    public string? SignedByMinuteTaker { get; init; }

    /// <summary>The name under the minutes, where it is another than <see cref="Chair"/>.</summary>
    public string? SignedByChair { get; init; }

    /// <summary>Members who ought to have come: all who are here, less the exempt; null when official ones are not given.</summary>
    [JsonIgnore]
    public int? ExpectedCount => OfficialCount is { } official
        ? Math.Max(0, official + Here - (ExemptCount ?? 0) - (TemporaryOutCount ?? 0))
        : null;

    private int Here => (ProbationaryCount ?? 0) + (TemporaryInCount ?? 0);
}
