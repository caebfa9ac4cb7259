using ServerlessParty.Audit;

namespace ServerlessParty.Reminders.Rules;

/// <summary>What became of a change.</summary>
public enum RulesChange
{
    Done,

    /// <summary>Somebody else changed the rules since they were read.</summary>
    Overtaken,
}

/// <summary>Puts a set of rules in force, or the shipped ones again. Steps that were written stay written: the ledger knows them by name (I1).</summary>
public sealed class ChangeRules(IRuleSets sets)
{
    /// <summary>As much as an audit entry holds.</summary>
    private const int MaxWords = 2_000;

    /// <param name="lines">Checked; null: the shipped rules.</param>
    /// <param name="version">The <see cref="RulesInForce.Version"/> the change was made from.</param>
    public async Task<RulesChange> RunAsync(
        IReadOnlyList<RuleLine>? lines, string version, string actor, CancellationToken cancellationToken)
    {
        var json = lines is null ? "" : ReminderRulesFile.Write(lines);
        var note = new AuditNote(
            actor, lines is null ? "rules.reset" : "rules.changed", lines is null ? "" : $"{lines.Count}", Words(lines));
        return await sets.PutAsync(json, version, note, cancellationToken) ? RulesChange.Done : RulesChange.Overtaken;
    }

    private static string? Words(IReadOnlyList<RuleLine>? lines)
    {
        var words = lines is null ? null : string.Join("; ", lines.Select(Words));
        return words is { Length: > MaxWords } ? words[..MaxWords] : words;
    }

    private static string Words(RuleLine line)
    {
        var under = line.Under is null ? "" : $"@{line.Under}";
        var repeat = line.Repeat is { } again ? $" +{again.Every}..{again.Until}" : "";
        return $"{line.For}/{line.Role}{under}: {string.Join(' ', line.Offsets!)}{repeat}";
    }
}
