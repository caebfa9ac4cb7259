using System.Globalization;
using System.Text.RegularExpressions;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>
/// Reads the facts of a meeting out of the text of its minutes, however it is laid out: labels and what stands behind them. A
/// blank behind a label (dots of a template) is nothing. It may miss what is written in an unusual way: advice, no judgement.
/// </summary>
internal static partial class WrittenFacts
{
    public static MeetingFacts Of(string text)
    {
        var read = text.Length > TextSketch.MaxCharacters ? text[..TextSketch.MaxCharacters] : text;
        var plain = Spaces().Replace(Spelling.Plain(read), " ");
        var (present, expected) = Attendance(plain);
        return new(
            WrittenLabels.DocumentNumber().IsMatch(plain),
            [.. WrittenDates.DaysIn(plain)],
            WrittenLabels.Chair().IsMatch(plain) || WrittenLabels.ChairAfterName().IsMatch(plain),
            WrittenLabels.MinuteTaker().IsMatch(plain) || WrittenLabels.MinuteTakerAfterName().IsMatch(plain),
            present,
            expected,
            Length(plain),
            WrittenLabels.SpeakerByTitle().IsMatch(plain) || WrittenLabels.SpeakerByName().IsMatch(Spelling.Composed(read)),
            WrittenLabels.Score().IsMatch(plain));
    }

    private static (int? Present, int? Expected) Attendance(string plain)
    {
        if (WrittenNumbers.PresentOfAll().Match(plain) is { Success: true } pair)
        {
            return (Number(pair, "present"), Number(pair, "all"));
        }

        var present = WrittenNumbers.Present().Match(plain);
        var all = WrittenNumbers.All().Match(plain);
        return (present.Success ? Number(present, "present") : null, all.Success ? Number(all, "all") : null);
    }

    private static TimeSpan? Length(string plain)
    {
        var span = WrittenNumbers.FromTo().Match(plain);
        var start = Time(span.Success ? span : WrittenNumbers.Start().Match(plain), "hour1", "minute1");
        var end = Time(span.Success ? span : WrittenNumbers.End().Match(plain), "hour2", "minute2");
        return start < end ? end - start : null;
    }

    private static TimeSpan? Time(Match match, string hour, string minute) =>
        match.Success && Number(match, hour) is < 24 and var hours
        && (match.Groups[minute].Success ? Number(match, minute) : 0) is < 60 and var minutes
            ? new TimeSpan(hours, minutes, 0)
            : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>Layout of a PDF comes as runs of spaces.</summary>
    [GeneratedRegex(@"[^\S\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
