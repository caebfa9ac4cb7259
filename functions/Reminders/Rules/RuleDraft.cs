using System.Globalization;

namespace ServerlessParty.Reminders.Rules;

/// <summary>A rule as it was typed.</summary>
public sealed record RuleDraft(
    string For = "", string Role = "", string Offsets = "", string Every = "", string Until = "", string Under = "")
{
    /// <summary>A rule without days is none: clearing the days takes a rule away.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Offsets);

    /// <param name="line">Null, as a program may send it, is a blank rule.</param>
    public static RuleDraft Of(RuleLine? line) => line is null ? new() : new(
        line.For ?? "", line.Role ?? "", string.Join(", ", line.Offsets ?? []),
        line.Repeat?.Every.ToString(CultureInfo.InvariantCulture) ?? "",
        line.Repeat?.Until.ToString(CultureInfo.InvariantCulture) ?? "", line.Under ?? "");
}

/// <summary>Why a typed rule is none.</summary>
/// <param name="Number">Which rule, from 1; 0: all of them.</param>
/// <param name="Field"><c>for</c>, <c>role</c>, <c>offsets</c>, <c>repeat</c> or <c>under</c>; empty for all of them.</param>
/// <param name="Text">The name of the sentence that says what to do.</param>
/// <param name="Value">What the sentence is about.</param>
public sealed record RuleRefusal(int Number, string Field, string Text, string Value = "");

/// <summary>Typed rules as rules, or why not.</summary>
public sealed record CheckedRules(IReadOnlyList<RuleLine> Lines, IReadOnlyList<RuleRefusal> Refusals);
