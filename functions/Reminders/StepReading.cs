using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>The steps that have come within a window, and the ledger's lines of it.</summary>
public sealed record ComeSteps(
    IReadOnlyList<StepChoice> Choices, IReadOnlyDictionary<ReminderKey, Reminder> Lines);

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
