using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Letters;

/// <summary>The letter with which a paper is given back, in words.</summary>
/// <param name="comment">What is asked for, as its author wrote it.</param>
/// <param name="dueOn">Until when, inclusive.</param>
/// <param name="today">The day the letter is written on.</param>
/// <param name="mayAnswer">Whether the unit can hand in by answering the letter.</param>
internal sealed class ReturnText(
    Organization unit, ObligationKey key, string comment, DateOnly dueOn, DateOnly today, bool mayAnswer,
    CultureInfo culture)
{
    public string Subject => Format("ReturnSubject", Paper);

    public IReadOnlyList<string> Paragraphs =>
    [
        Format("Greeting", unit.Name),
        Format("ReturnIntro", Paper),
        comment,
        Format(dueOn < today ? "ReturnDuePassed" : "ReturnDue", ObligationNames.Of(dueOn)),
    ];

    public string Button => Get(key.Kind.IsMinutes ? "ReturnButton" : "ReturnButtonOther");

    public IReadOnlyList<string> Closing => mayAnswer
        ? [Get("ReturnByMail"), Get("PrivateLink")]
        : [Get("PrivateLink")];

    /// <summary>What a text of the store's own is filled with.</summary>
    public Dictionary<string, string> Values(string sender) => new()
    {
        ["unit"] = unit.Name,
        ["paper"] = Paper,
        ["comment"] = comment,
        ["until"] = Paragraphs[3],
        ["reply"] = mayAnswer ? Get("ReturnByMail") : "",
        ["sender"] = sender,
    };

    private string Paper => ObligationNames.Of(key.Kind, key.Period, culture);

    private string Get(string name) => MinutesLetterTexts.Get(name, culture);

    private string Format(string name, params object[] values) => MinutesLetterTexts.Format(name, culture, values);
}
