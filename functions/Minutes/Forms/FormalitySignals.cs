using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Minutes and what is known around them.</summary>
/// <param name="Text">What can be read in the document; null for a photo or a scan.</param>
/// <param name="Form">When it was filled in; then it is asked, not the text.</param>
/// <param name="MeetingDate">As the one who handed it in said.</param>
/// <param name="Members">Of the unit.</param>
/// <param name="Sketch">Of this text or form.</param>
/// <param name="SketchBefore">Of the minutes of the same kind of the period before.</param>
public sealed record FormalitySubject(
    string? Text,
    MinutesForm? Form,
    DateOnly? MeetingDate,
    Period Period,
    MemberCounts Members,
    TextSketch? Sketch = null,
    TextSketch? SketchBefore = null);

/// <summary>
/// Finds what a reviewer may want to ask about minutes: signs that they were written for form's sake. Each is a question, none a
/// refusal. Of a photo only what was said beside it can be judged.
/// </summary>
public sealed class FormalitySignals(FormalityRules rules)
{
    public IReadOnlyList<FormalitySignal> Find(FormalitySubject subject)
    {
        var facts = subject.Form is { } form ? MeetingFacts.Of(form, subject.MeetingDate)
            : string.IsNullOrWhiteSpace(subject.Text) ? null
            : WrittenFacts.Of(subject.Text);
        var days = PeriodDays.Of(subject.Period);
        var ruleDay = subject.MeetingDate ?? days?.Last ?? DateOnly.MaxValue;
        return
        [
            .. facts is null ? [] : Missing(facts),
            .. Days(facts?.Days, subject.MeetingDate, days),
            .. facts is null ? [] : Quorum(facts, subject.Members, ruleDay),
            .. facts is null ? [] : Length(facts, ruleDay),
            .. Likeness(subject, ruleDay),
        ];
    }

    private static IEnumerable<FormalitySignal> Missing(MeetingFacts facts)
    {
        (bool Has, string Code)[] wanted =
        [
            (facts.HasNumber, "number.missing"),
            (facts.HasChair, "chair.missing"),
            (facts.HasMinuteTaker, "minuteTaker.missing"),
            (facts.Length is not null, "times.missing"),
            (facts.HasSpeaker, "remarks.noSpeaker"),
            (facts.HasScore, "score.missing"),
        ];
        return wanted.Where(fact => !fact.Has).Select(fact => new FormalitySignal(fact.Code, []));
    }

    /// <summary>One day inside the period is enough: minutes name the days of other papers, too.</summary>
    private static IEnumerable<FormalitySignal> Days(IReadOnlyList<DateOnly>? written, DateOnly? said, PeriodDays? period)
    {
        if (said is { } day && period is { } own && !own.Contains(day))
        {
            return [Outside(day, own)];
        }

        if (written is [])
        {
            return [new("date.missing", [])];
        }

        return written is not null && period is { } asked && !written.Any(asked.Contains) ? [Outside(written[0], asked)] : [];
    }

    private static FormalitySignal Outside(DateOnly day, PeriodDays period) =>
        new("date.outsidePeriod", [ObligationNames.Of(day), ObligationNames.Of(period.First), ObligationNames.Of(period.Last)]);

    private IEnumerable<FormalitySignal> Quorum(MeetingFacts facts, MemberCounts members, DateOnly day)
    {
        if (facts.Present is not { } present)
        {
            return [new("attendance.missing", [])];
        }

        var known = members.Total - members.Exempt;
        return (facts.Expected ?? (known > 0 ? known : null)) is not { } expected ? [new("attendance.missing", [])]
            : rules.Quorums.On(day)?.Value is { } share && !share.IsReachedBy(present, expected)
                ? [new("quorum.missed", [Text(present), Text(expected), share.ToString()])]
                : [];
    }

    private IEnumerable<FormalitySignal> Length(MeetingFacts facts, DateOnly day) =>
        facts.Length is { } length && rules.Lengths.On(day)?.Value is { } least && length < TimeSpan.FromMinutes(least)
            ? [new("length.short", [Text((int)length.TotalMinutes), Text(least)])]
            : [];

    private IEnumerable<FormalitySignal> Likeness(FormalitySubject subject, DateOnly day) =>
        subject is { Sketch: { } sketch, SketchBefore: { } before } && rules.Likenesses.On(day)?.Value is { } least
        && (int)(sketch.Similarity(before) * 100) is var percent && percent >= least
            ? [new("text.sameAsLastMonth", [Text(percent)])]
            : [];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
