using System.Globalization;
using System.Text;

namespace ServerlessParty.Reminders.Digests;

/// <summary>What a letter says of late units, in words.</summary>
public sealed class DigestText(ReminderLetter letter, CultureInfo culture)
{
    public ReminderLetter Letter => letter;

    public string Intro(WatchedBranch branch) => Format("WatchedIntro", branch.Name);

    public string TotalsIntro => RemindersTexts.Get("TotalsIntro", culture);

    public string Line(OwedPaper paper) => DueWords.Line(paper, culture);

    public string Phone(LateUnit unit) =>
        string.IsNullOrWhiteSpace(unit.Phone) ? RemindersTexts.Get("NoPhone", culture) : Format("Phone", unit.Phone);

    public string PageLabel(LateUnit unit) => Format("UnitPage", unit.Name);

    public string AllLabel(WatchedBranch branch) => branch.More > 0
        ? Format("MoreUnits", branch.More) : Format("AllUnits", branch.Name);

    public string CallLine(CallNote call) =>
        Format("CallNote", call.Secretary.Length > 0 ? call.Secretary : RemindersTexts.Get("UnknownName", culture));

    public string TotalLine(BranchTotal total) =>
        RemindersTexts.Format("TotalLine", culture, total.Name, total.Units, total.Papers, total.MostDaysLate);

    /// <summary>The part as plain text; empty when nothing is watched.</summary>
    public string Body
    {
        get
        {
            var text = new StringBuilder();
            foreach (var branch in letter.Watched)
            {
                Append(text, branch);
            }

            if (letter.Totals.Count > 0)
            {
                text.Append(TotalsIntro).Append("\n\n");
            }

            foreach (var total in letter.Totals)
            {
                text.Append("- ").Append(TotalLine(total)).Append('\n').Append(total.Page).Append("\n\n");
            }

            return text.ToString();
        }
    }

    private void Append(StringBuilder text, WatchedBranch branch)
    {
        text.Append(Intro(branch)).Append("\n\n");
        foreach (var unit in branch.Units)
        {
            text.Append(unit.Name).Append(" (").Append(Phone(unit)).Append(")\n");
            foreach (var paper in unit.Papers)
            {
                text.Append("- ").Append(Line(paper)).Append('\n');
            }

            AppendLine(text, unit.Page is { } page ? $"{PageLabel(unit)}: {page}" : null);
            AppendLine(text, unit.Call is { } call ? $"{CallLine(call)}\n{call.Message}" : null);
            text.Append('\n');
        }

        AppendLine(text, branch.All is { } all ? $"{AllLabel(branch)}: {all}\n" : null);
    }

    private static void AppendLine(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append(line).Append('\n');
        }
    }

    private string Format(string name, object argument) => RemindersTexts.Format(name, culture, argument);
}
