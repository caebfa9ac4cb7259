using System.Text.Json;

namespace ServerlessParty.Organizations;

/// <summary>Reads the days off of Vietnam as published in <c>seeds/holidays.json</c>, which names its sources.</summary>
public static class HolidayFile
{
    /// <summary>Days on which no letter leaves; a weekend day that makes up for another is not one of them.</summary>
    /// <exception cref="JsonException">The file has another shape.</exception>
    /// <exception cref="InvalidDataException">The file lists no day off, or one day twice.</exception>
    public static IReadOnlySet<DateOnly> Read(Stream json)
    {
        var file = JsonSerializer.Deserialize<Calendar>(json, JsonSerializerOptions.Web);
        var days = file?.Days?.Select(d => d.Date).ToArray() ?? [];
        if (days.Length == 0 || days.Distinct().Count() < days.Length)
        {
            throw new InvalidDataException("The holidays are missing, or a day is listed twice.");
        }

        return days.Except(file!.WorkingDays?.Select(d => d.Date) ?? []).ToHashSet();
    }

    private sealed record Calendar(Day[]? Days, Day[]? WorkingDays);

    private sealed record Day(DateOnly Date);
}
