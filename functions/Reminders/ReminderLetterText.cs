using System.Globalization;
using System.Text;
using ServerlessParty.Reminders.Digests;

namespace ServerlessParty.Reminders;

/// <summary>A reminder letter in words. The subject names no person and no unit.</summary>
public sealed class ReminderLetterText(ReminderLetter letter, CultureInfo culture)
{
    /// <summary>More units than these are not all named in the greeting.</summary>
    private const int UnitsInGreeting = 3;

    public ReminderLetter Letter => letter;

    public string Language => culture.TwoLetterISOLanguageName;

    public string Subject => Format("LetterSubject", string.Join(", ", Counts()));

    public string Greeting => Format(letter.ToDeputy ? "GreetingDeputy" : "Greeting", GreetedUnits()).TrimEnd();

    public string OwnIntro => Get("OwnIntro");

    public string Signature => letter.Sender.Length > 0 ? letter.Sender : Get("NoSender");

    public string Closing => Get("LetterClosing");

    public string PrivateLink => Get("PrivateLink");

    public string LinkLabel(OwingUnit unit) => Format("LinkLabel", unit.Name);

    /// <summary>How to hand in by answering; null where that cannot be.</summary>
    public string? ReplyHint => letter.ReplyTo is null ? null : Get("ReplyHint");

    /// <summary>Where the unit's minutes can be mailed, in a letter that an answer to would not reach them.</summary>
    public string? MailHint(OwingUnit unit) =>
        letter.ReplyTo is null && unit.HandInAddress is { } address ? Format("MailHint", address) : null;

    /// <summary>What it says of late units below.</summary>
    public DigestText Digest { get; } = new(letter, culture);

    public string Line(OwedPaper paper) => DueWords.Line(paper, culture);

    /// <summary>The letter as plain text.</summary>
    public string Body
    {
        get
        {
            var text = new StringBuilder().Append(Greeting).Append(",\n\n");
            AppendOwn(text);
            text.Append(Digest.Body);
            return text.Append(Closing).Append("\n\n").Append(Signature).Append('\n').ToString();
        }
    }

    private void AppendOwn(StringBuilder text)
    {
        if (letter.Own.Count == 0)
        {
            return;
        }

        text.Append(OwnIntro).Append("\n\n");
        foreach (var unit in letter.Own)
        {
            text.Append(unit.Name).Append('\n');
            AppendPapers(text, unit.Papers);
            text.Append(LinkLabel(unit)).Append(": ").Append(unit.Link).Append('\n');
            AppendLine(text, MailHint(unit));
            text.Append('\n');
        }

        AppendLine(text, ReplyHint);
        text.Append(PrivateLink).Append("\n\n");
    }

    private void AppendPapers(StringBuilder text, IReadOnlyList<OwedPaper> papers)
    {
        foreach (var paper in papers)
        {
            text.Append("- ").Append(Line(paper)).Append('\n');
        }
    }

    private static void AppendLine(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append(line).Append('\n');
        }
    }

    private IEnumerable<string> Counts() =>
        new[] { ("SubjectDue", letter.Due), ("SubjectLate", letter.Late), ("SubjectWatched", letter.WatchedUnits) }
            .Where(count => count.Item2 > 0)
            .Select(count => Format(count.Item1, count.Item2));

    private string GreetedUnits()
    {
        var names = letter.Own.Select(u => u.Name).Concat(letter.Watched.Select(b => b.Name)).Distinct().ToList();
        return names.Count <= UnitsInGreeting ? string.Join(", ", names) : "";
    }

    private string Get(string name) => RemindersTexts.Get(name, culture);

    private string Format(string name, object argument) => RemindersTexts.Format(name, culture, argument);
}
