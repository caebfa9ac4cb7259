using System.Globalization;

namespace ServerlessParty.Obligations;

/// <summary>When cells owe the minutes of their meetings; no central rule names a day, so a province sets its own.</summary>
public sealed class MinutesOptions
{
    /// <summary>The first month that is owed, as <c>2026-11</c>; empty: monthly minutes are off. Quarters begin with the one it lies in.</summary>
    public string? FirstPeriod { get; set; }

    /// <summary>The day of the following month, 1 to 28, on which a month's minutes are due, inclusive.</summary>
    public int RegularDueDay { get; set; } = 5;

    /// <summary>The day of the month after the quarter, 1 to 28, on which the thematic meeting's minutes are due, inclusive.</summary>
    public int ThematicDueDay { get; set; } = 10;

    /// <summary>The first day of the first month owed; null while off.</summary>
    /// <exception cref="FormatException"><see cref="FirstPeriod"/> is not a month from 2000 to 2100.</exception>
    public DateOnly? FirstMonth => string.IsNullOrEmpty(FirstPeriod) ? null : ParseMonth(FirstPeriod);

    /// <summary>What is wrong with the settings, naming the setting; null when nothing is.</summary>
    public string? Flaw()
    {
        if (!string.IsNullOrEmpty(FirstPeriod) && !TryParseMonth(FirstPeriod, out _))
        {
            return $"Minutes:FirstPeriod is '{FirstPeriod}', not a month from 2000-01 to 2100-12.";
        }

        return DayFlaw(nameof(RegularDueDay), RegularDueDay) ?? DayFlaw(nameof(ThematicDueDay), ThematicDueDay);
    }

    private static string? DayFlaw(string name, int day) =>
        day is >= 1 and <= 28 ? null : $"Minutes:{name} is {day}, not a day from 1 to 28.";

    private static DateOnly ParseMonth(string text) =>
        TryParseMonth(text, out var month) ? month : throw new FormatException($"'{text}' is not a month.");

    private static bool TryParseMonth(string text, out DateOnly month) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month)
        && month.Year is >= 2000 and <= 2100;
}
