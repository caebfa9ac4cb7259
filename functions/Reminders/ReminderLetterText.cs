using System.Globalization;
using System.Text;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Reminders.Digests;

namespace ServerlessParty.Reminders;

/// <summary>A reminder letter in words. The subject names no person and no unit.</summary>
/// <param name="own">The store's own text of its kind; null: the shipped one.</param>
public sealed class ReminderLetterText(ReminderLetter letter, CultureInfo culture, ReadyTemplate? own = null)
{
    /// <summary>More units than these are not all named in the greeting.</summary>
    private const int UnitsInGreeting = 3;

    public ReminderLetter Letter => letter;

    public string Language => culture.TwoLetterISOLanguageName;

    public string Subject => own?.Subject(Values) ?? Format("LetterSubject", string.Join(", ", Counts()));

    /// <summary>The paragraphs before what is owed.</summary>
    public IReadOnlyList<string> Opening => own?.Before(Values)
        ?? (letter.Own.Count == 0 ? [Greeting + ","] : [Greeting + ",", OwnIntro]);

    /// <summary>The paragraphs behind what is owed.</summary>
    public IReadOnlyList<string> Ending => own?.After(Values) ?? [Closing, Signature];

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
            var text = new StringBuilder().AppendJoin("\n\n", Opening).Append("\n\n");
            AppendOwn(text);
            text.Append(Digest.Body);
            return text.AppendJoin("\n\n", Ending).Append('\n').ToString();
        }
    }

    private Dictionary<string, string> Values => new()
    {
        ["greeting"] = Greeting,
        ["unit"] = GreetedUnits(),
        ["counts"] = string.Join(", ", Counts()),
        ["sender"] = Signature,
    };

    private void AppendOwn(StringBuilder text)
    {
        if (letter.Own.Count == 0)
        {
            return;
        }

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
