using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>The one step that an obligation and audience is to get: the latest that has come.</summary>
/// <param name="Earlier">Offsets that came too and are not sent on their own, since the latest speaks for them.</param>
public sealed record StepChoice(
    DueItem Item, ReminderAudience Audience, int Offset, DateOnly SendOn, IReadOnlyList<int> Earlier)
{
    /// <summary>
    /// Of the steps whose sending day lies from <paramref name="stepsFrom"/> and from the day the due day began to count
    /// until <paramref name="through"/>, all inclusive, the latest; null when none has come or nothing is owed.
    /// </summary>
    /// <param name="offsets">Ascending.</param>
    public static StepChoice? Of(
        DueItem item, ReminderAudience audience, IReadOnlyList<int> offsets,
        DateOnly stepsFrom, DateOnly through, PartyCalendar calendar)
    {
        if (!item.IsReminded)
        {
            return null;
        }

        var first = item.ArmedOn > stepsFrom ? item.ArmedOn : stepsFrom;
        var come = offsets
            .Select(offset => (Offset: offset, Day: SendingDay.Of(item.DueOn, offset, calendar)))
            .Where(step => step.Day >= first && step.Day <= through)
            .ToList();
        return come.Count == 0
            ? null
            : new(item, audience, come[^1].Offset, come[^1].Day, [.. come.SkipLast(1).Select(step => step.Offset)]);
    }

    public ReminderKey Key(ReminderRole role) => Key(Offset, role);

    public ReminderKey Key(int offset, ReminderRole role) => new(Item.Key, Item.DueOn, new ReminderStep(offset, role));
}
