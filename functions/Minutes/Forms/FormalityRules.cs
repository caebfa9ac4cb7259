namespace ServerlessParty.Minutes.Forms;

/// <summary>What minutes are measured by. Each rule holds from its day on, inclusive, until a later one of its sort.</summary>
/// <param name="Lengths">The least a regular or thematic meeting takes, in minutes of time.</param>
/// <param name="Quorums">The least share of the expected members who are present.</param>
/// <param name="Likenesses">From how many of 100 on a text counts as last month's, 1 to 100.</param>
/// <param name="Levels">The scores from which a meeting is good, fair and average.</param>
public sealed record FormalityRules(
    IReadOnlyList<Dated<int>> Lengths,
    IReadOnlyList<Dated<Share>> Quorums,
    IReadOnlyList<Dated<int>> Likenesses,
    IReadOnlyList<Dated<ScoreBounds>> Levels)
{
    /// <summary>The level of a score by the rule of that day; null when there was none.</summary>
    public MeetingLevel? LevelOf(int score, DateOnly day) => Levels.On(day)?.Value.LevelOf(score);
}

/// <summary>A rule and where it comes from.</summary>
/// <param name="From">The first day it holds.</param>
public sealed record Dated<T>(DateOnly From, T Value, string Source);

public static class DatedRules
{
    /// <summary>The rule that holds on a day; null before the first.</summary>
    public static Dated<T>? On<T>(this IReadOnlyList<Dated<T>> rules, DateOnly day) =>
        rules.Where(rule => rule.From <= day).MaxBy(rule => rule.From);
}

/// <summary>So many of so many.</summary>
public sealed record Share(int Part, int Of)
{
    public bool IsReachedBy(int part, int whole) => (long)part * Of >= (long)whole * Part;

    public override string ToString() => $"{Part}/{Of}";
}

/// <summary>The scores, inclusive, from which a meeting is good, fair and average; below it is weak.</summary>
public sealed record ScoreBounds(int Good, int Fair, int Average)
{
    public MeetingLevel LevelOf(int score) =>
        score >= Good ? MeetingLevel.Good
        : score >= Fair ? MeetingLevel.Fair
        : score >= Average ? MeetingLevel.Average
        : MeetingLevel.Weak;
}
