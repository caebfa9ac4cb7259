using System.Globalization;

namespace ServerlessParty.Reminders;

/// <summary>How a due day is said: until when, and how many days are left or have passed.</summary>
internal static class DueWords
{
    public static string Line(OwedPaper paper, CultureInfo culture) =>
        RemindersTexts.Format("PaperLine", culture, paper.Name, Day(paper.DueOn), Left(paper.DaysLeft, culture));

    /// <summary>A day as Vietnamese write it: <c>04/12/2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Left(int daysLeft, CultureInfo culture) => daysLeft switch
    {
        > 0 => RemindersTexts.Format("DaysLeft", culture, daysLeft),
        0 => RemindersTexts.Get("DueToday", culture),
        _ => RemindersTexts.Format("DaysLate", culture, -daysLeft),
    };
}
