using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>The rules as they apply to single units: knows who belongs to the branches that rules are limited to.</summary>
public sealed class ReminderSchedule
{
    private static readonly ReminderAudience[] Audiences = Enum.GetValues<ReminderAudience>();

    private readonly ReminderRules _rules;
    private readonly Dictionary<OrganizationId, HashSet<OrganizationId>> _branches;
    private readonly Dictionary<ObligationKind, IReadOnlyList<(ReminderAudience, IReadOnlyList<int>)>> _everywhere = [];

    private ReminderSchedule(ReminderRules rules, Dictionary<OrganizationId, HashSet<OrganizationId>> branches)
    {
        _rules = rules;
        _branches = branches;
    }

    /// <summary>Reads the branches that rules are limited to; with no such rule, nothing.</summary>
    public static async Task<ReminderSchedule> ReadAsync(
        ReminderRules rules, IOrganizations organizations, CancellationToken cancellationToken)
    {
        Dictionary<OrganizationId, HashSet<OrganizationId>> branches = [];
        foreach (var under in rules.All.Select(r => r.Under).OfType<OrganizationId>().Distinct())
        {
            var members = branches[under] = [];
            await foreach (var unit in organizations.SubtreeAsync(under, cancellationToken))
            {
                members.Add(unit.Id);
            }
        }

        return new(rules, branches);
    }

    /// <summary>The steps that have come for one obligation, at most one per audience.</summary>
    public IEnumerable<StepChoice> ChoicesFor(DueItem item, ReminderWindow window, PartyCalendar calendar) =>
        from timetable in TimetablesFor(item.Key)
        let choice = StepChoice.Of(
            item, timetable.Audience, timetable.Offsets, window.StepsFrom, window.Through, calendar)
        where choice is not null
        select choice;

    private IReadOnlyList<(ReminderAudience Audience, IReadOnlyList<int> Offsets)> TimetablesFor(ObligationKey key)
    {
        if (_everywhere.TryGetValue(key.Kind, out var timetables))
        {
            return timetables;
        }

        var rules = _rules.For(key.Kind);
        timetables = Unite([.. rules.Where(r => Covers(r, key.Organization))]);
        if (rules.All(r => r.Under is null))
        {
            _everywhere[key.Kind] = timetables;
        }

        return timetables;
    }

    private bool Covers(ReminderRule rule, OrganizationId unit) =>
        rule.Under is not { } under || _branches[under].Contains(unit);

    private static List<(ReminderAudience, IReadOnlyList<int>)> Unite(IReadOnlyList<ReminderRule> rules) =>
    [
        .. from audience in Audiences
           let offsets = rules.Where(r => r.Audience == audience).SelectMany(r => r.Offsets).Distinct().Order().ToList()
           where offsets.Count > 0
           select (audience, (IReadOnlyList<int>)offsets),
    ];
}
