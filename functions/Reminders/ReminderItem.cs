using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>A reminder as a letter refers to it: <c>organization|kind|period|yyyyMMdd|step</c>.</summary>
public static class ReminderItem
{
    private const string DayFormat = "yyyyMMdd";

    public static string Encode(ReminderKey key) =>
        $"{key.Obligation}|{key.DueOn.ToString(DayFormat, CultureInfo.InvariantCulture)}|{key.Step}";

    public static bool TryDecode(string item, out ReminderKey key)
    {
        key = default;
        if (item.Split('|') is not [var organization, var kind, var period, var day, var step]
            || !OrganizationId.TryParse(organization, out var id)
            || !ObligationKind.TryParse(kind, out var owed)
            || !Period.TryParse(period, out var when)
            || !DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueOn)
            || !ReminderStep.TryParse(step, out var parsed))
        {
            return false;
        }

        key = new(new(id, owed, when), dueOn, parsed);
        return true;
    }
}
