using System.Globalization;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Rules;

/// <summary>Reads typed rules and says of each what is wrong with it.</summary>
public sealed class CheckRules(IOrganizations organizations)
{
    /// <summary>The most rules people may set.</summary>
    public const int MaxRules = 20;

    /// <summary>The most days one rule may name, its repetition written out.</summary>
    public const int MaxSteps = 40;

    /// <summary>How far from the due day people may remind, in days.</summary>
    public const int MaxDays = 120;

    /// <summary>What people may choose, families first.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["rating", "rating.organization", "rating.members", "minutes", "minutes.regular", "minutes.thematic"];

    public static IReadOnlyList<string> Roles { get; } = ["secretary", "deputies", "superior", "upper"];

    public async Task<CheckedRules> RunAsync(IReadOnlyList<RuleDraft> drafts, CancellationToken cancellationToken)
    {
        var typed = drafts.Select((draft, i) => (Draft: draft, Number: i + 1)).Where(d => !d.Draft.IsBlank).Take(MaxRules + 1).ToList();
        if (typed.Count is 0 or > MaxRules)
        {
            return new([], [new(0, "", typed.Count == 0 ? "NoRules" : "TooManyRules", $"{MaxRules}")]);
        }

        List<RuleLine> lines = [];
        List<RuleRefusal> refusals = [];
        foreach (var (draft, number) in typed)
        {
            var (line, wrong) = Read(draft, number);
            if (wrong is null && line!.Under is { } under && !await IsUnitAsync(under, cancellationToken))
            {
                wrong = new(number, "under", "UnderUnknown", under);
            }

            lines.Add(line ?? new(null, null, null));
            refusals.AddRange(wrong is null ? [] : [wrong]);
        }

        return new(lines, refusals);
    }

    private async Task<bool> IsUnitAsync(string under, CancellationToken cancellationToken) =>
        OrganizationId.TryParse(under, out var id) && await organizations.FindAsync(id, cancellationToken) is not null;

    private static (RuleLine? Line, RuleRefusal? Wrong) Read(RuleDraft draft, int number)
    {
        if (!Token.IsValid(draft.For))
        {
            return (null, new(number, "for", "ForMissing"));
        }

        if (!Roles.Contains(draft.Role))
        {
            return (null, new(number, "role", "RoleMissing"));
        }

        var (offsets, bad) = Days(draft.Offsets);
        if (bad is not null)
        {
            return (null, new(number, "offsets", "OffsetNoNumber", bad));
        }

        if (offsets.Find(o => Math.Abs(o) > MaxDays) is var far and not 0)
        {
            return (null, new(number, "offsets", "OffsetTooFar", far.ToString(CultureInfo.InvariantCulture)));
        }

        return WithRepetition(draft, offsets, number);
    }

    private static (RuleLine? Line, RuleRefusal? Wrong) WithRepetition(RuleDraft draft, List<int> offsets, int number)
    {
        var under = string.IsNullOrWhiteSpace(draft.Under) ? null : draft.Under.Trim();
        var steps = offsets.Count;
        Repetition? repeat = null;
        if (draft.Every.Trim().Length > 0 || draft.Until.Trim().Length > 0)
        {
            if (!TryDay(draft.Every, out var every) || every < 1 || !TryDay(draft.Until, out var until)
                || until <= offsets[^1] || until > MaxDays)
            {
                return (null, new(number, "repeat", "RepeatWrong", offsets[^1].ToString(CultureInfo.InvariantCulture)));
            }

            repeat = new(every, until);
            steps += (until - offsets[^1]) / every;
        }

        return steps > MaxSteps
            ? (null, new(number, "offsets", "TooManySteps", $"{MaxSteps}"))
            : (new(draft.For, draft.Role, offsets, repeat, under), null);
    }

    /// <summary>The days in order, each once; and the first word that is no number.</summary>
    private static (List<int> Days, string? Bad) Days(string text)
    {
        List<int> days = [];
        foreach (var word in text.Split([',', ';', ' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Take(MaxSteps * 2))
        {
            if (!TryDay(word, out var day))
            {
                return (days, word.Length > 20 ? word[..20] : word);
            }

            days.Add(day);
        }

        return days.Count == 0 ? (days, ",") : ([.. days.Distinct().Order()], null);
    }

    /// <summary>The long minus that word processors write counts as one.</summary>
    private static bool TryDay(string text, out int day) => int.TryParse(
        text.Trim().Replace('−', '-').Replace('–', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out day)
        && day is >= -10_000 and <= 10_000;
}
