using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>For which meeting a document is.</summary>
public sealed record Meeting(ObligationKind Kind, Period Period);

/// <summary>Chooses the meeting a mailed document is for.</summary>
public static class MeetingChoice
{
    /// <summary>
    /// What the subject says; where it says nothing, what the file's name says; else what the unit still owes: of the kind that was
    /// said, else of its monthly meetings, else of its themes. Of several open ones the one whose due day comes next, since on the
    /// second of a month it is the past month's minutes that come in; when all are late, the newest.
    /// </summary>
    /// <returns>Null when it can't be told.</returns>
    public static Meeting? Of(PeriodWords words, IReadOnlyCollection<Obligation> owed, DateOnly today)
    {
        if (words.Kind is { } said && words.PeriodFor(said) is { } period)
        {
            return new(said, period);
        }

        ObligationKind[] kinds = words.Kind is { } kind ? [kind] : [ObligationKind.RegularMinutes, ObligationKind.ThematicMinutes];
        return kinds.Select(k => Next(owed.Where(o => o.IsReminded && o.Key.Kind == k), today)).FirstOrDefault(m => m is not null);
    }

    private static Meeting? Next(IEnumerable<Obligation> open, DateOnly today)
    {
        var byDueDay = open.OrderBy(o => o.DueOn).ToList();
        return (byDueDay.Find(o => o.DueOn >= today) ?? byDueDay.LastOrDefault()) is { } next
            ? new(next.Key.Kind, next.Key.Period)
            : null;
    }
}
