using System.Text.RegularExpressions;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>Reads the meeting that a person typed or a program sent.</summary>
public static partial class MeetingText
{
    /// <param name="period"><c>2026-11</c>, <c>2026-Q4</c>, or as people write it: <c>tháng 11/2026</c>, <c>quý 4</c>.</param>
    /// <param name="refusal">What is wrong, as one of <see cref="MinutesRefusals"/>.</param>
    public static bool TryRead(string? kind, string? period, DateOnly today, out Meeting meeting, out string refusal)
    {
        (meeting, refusal) = (null!, MinutesRefusals.Kind);
        if (!ObligationKind.TryParse(kind, out var wanted)
            || (wanted != ObligationKind.RegularMinutes && wanted != ObligationKind.ThematicMinutes))
        {
            return false;
        }

        var text = period?.Trim() ?? "";
        Period? found = PeriodPattern().IsMatch(text) ? Period.Parse(text) : PeriodWords.Of(text, today).PeriodFor(wanted);
        (meeting, refusal) = (new(wanted, found ?? default), MinutesRefusals.Period);
        return found is not null;
    }

    [GeneratedRegex(@"^\d{4}-(?:\d{2}|Q[1-4])$")]
    private static partial Regex PeriodPattern();
}
