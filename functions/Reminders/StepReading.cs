using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>The steps that have come within a window, and the ledger's lines of it.</summary>
public sealed record ComeSteps(
    IReadOnlyList<StepChoice> Choices, IReadOnlyDictionary<ReminderKey, Reminder> Lines)
{
    /// <summary>Listed lines that count as cancelled here, since their unit has a new secretary: to be cancelled before they are claimed.</summary>
    public IReadOnlySet<ReminderKey> Freed { get; init; } = new HashSet<ReminderKey>();

    /// <summary>
    /// What a longer window brought, without what is older than <paramref name="window"/> of units other than
    /// <paramref name="readdressed"/>. What those could not be told, their secretary of now is to be told.
    /// </summary>
    public ComeSteps Readdressed(ReminderWindow window, IReadOnlySet<OrganizationId> readdressed)
    {
        var lines = Lines.Values.Where(l => l.SendOn >= window.From || IsOf(l.Key)).ToDictionary(l => l.Key);
        var freed = lines.Values.Where(l =>
            l.State == ReminderState.Listed && l.Key.Step.Role == ReminderRole.Secretary && IsOf(l.Key)).ToList();
        foreach (var line in freed)
        {
            lines[line.Key] = line with { State = ReminderState.Cancelled };
        }

        return new([.. Choices.Where(c => c.SendOn >= window.StepsFrom || readdressed.Contains(c.Item.Key.Organization))], lines)
        {
            Freed = freed.Select(l => l.Key).ToHashSet(),
        };

        bool IsOf(ReminderKey key) => readdressed.Contains(key.Obligation.Organization);
    }
}

/// <summary>Reads what is due and what the ledger says of it, each once; writes nothing.</summary>
public sealed class StepReading(
    IReminderRules inForce, IDueIndex due, IReminderLedger ledger, IOrganizations organizations)
{
    public async Task<ComeSteps> ReadAsync(
        ReminderWindow window, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var rules = await inForce.ReadAsync(cancellationToken);
        var schedule = await ReminderSchedule.ReadAsync(rules, organizations, cancellationToken);
        var (first, last) = window.DueDays(rules, calendar);
        List<StepChoice> choices = [];
        await foreach (var item in due.BetweenAsync(first, last, DueStates.Reminded, cancellationToken))
        {
            choices.AddRange(schedule.ChoicesFor(item, window, calendar));
        }

        Dictionary<ReminderKey, Reminder> lines = [];
        await foreach (var line in ledger.BetweenAsync(first, last, window.From, cancellationToken))
        {
            lines[line.Key] = line;
        }

        return new(choices, lines);
    }
}
