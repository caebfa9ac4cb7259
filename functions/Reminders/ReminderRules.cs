using ServerlessParty.Obligations;

namespace ServerlessParty.Reminders;

/// <summary>All rules of the store. Where several apply to one obligation and audience, their offsets are united.</summary>
/// <exception cref="ArgumentException">There is no rule: nothing would ever be reminded.</exception>
public sealed class ReminderRules : IReminderRules
{
    private readonly Dictionary<ObligationKind, IReadOnlyList<ReminderRule>> _byKind = [];
    private readonly Lock _lock = new();

    public ReminderRules(IReadOnlyList<ReminderRule> all)
    {
        All = all.Count > 0 ? all : throw new ArgumentException("At least one reminder rule is needed.", nameof(all));
        FirstOffset = all.Min(r => r.Offsets[0]);
        LastOffset = all.Max(r => r.Offsets[^1]);
    }

    public IReadOnlyList<ReminderRule> All { get; }

    /// <summary>The smallest offset of any rule, in days; usually negative.</summary>
    public int FirstOffset { get; }

    /// <summary>The largest offset of any rule, in days.</summary>
    public int LastOffset { get; }

    /// <summary>A set of rules is in force as long as nobody puts another in its place.</summary>
    Task<ReminderRules> IReminderRules.ReadAsync(CancellationToken cancellationToken) => Task.FromResult(this);

    public IReadOnlyList<ReminderRule> For(ObligationKind kind)
    {
        lock (_lock)
        {
            if (!_byKind.TryGetValue(kind, out var rules))
            {
                rules = [.. All.Where(r => r.AppliesTo(kind))];
                _byKind[kind] = rules;
            }

            return rules;
        }
    }
}
