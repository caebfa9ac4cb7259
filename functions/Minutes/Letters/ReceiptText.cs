using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Letters;

/// <summary>A receipt for minutes in words: what arrived, what is still missing, and what happens next.</summary>
/// <param name="stillOwed">What the unit still owes, late first.</param>
internal sealed class ReceiptText(
    Organization unit, MeetingMinutes minutes, IReadOnlyList<Obligation> stillOwed, CultureInfo culture)
{
    private const int HashGroup = 8;

    public string Subject => Format("ReceiptSubject", Paper);

    public IReadOnlyList<string> Paragraphs =>
    [
        Format("Greeting", unit.Name),
        Get("ReceiptIntro"),
        string.Join('\n', Facts()),
        stillOwed.Count == 0 ? Get("OwesNothing") : string.Join('\n', [Get("StillOwed"), .. stillOwed.Select(Owed)]),
        Get("ReceiptNext"),
        Get("ReceiptKeep"),
    ];

    /// <summary>What a text of the store's own is filled with.</summary>
    public Dictionary<string, string> Values(string sender) => new()
    {
        ["unit"] = unit.Name,
        ["paper"] = Paper,
        ["facts"] = string.Join('\n', Facts()),
        ["owed"] = Paragraphs[3],
        ["sender"] = sender,
    };

    private string Paper => ObligationNames.Of(minutes.Id.Key.Kind, minutes.Id.Key.Period, culture);

    private DateOnly ReceivedOn => PartyCalendar.DayOf(minutes.ReceivedAt);

    private IEnumerable<string> Facts()
    {
        yield return Format("Paper", Paper);
        yield return Format("Unit", unit.Name);
        if (minutes.MeetingDate is { } day)
        {
            yield return Format("MeetingDate", ObligationNames.Of(day));
        }

        yield return Format("File", minutes.FileName, Get($"Type.{minutes.Type}"), FileSize.Of(minutes.Size));
        yield return Format(minutes.Id.Version == 1 ? "FirstVersion" : "LaterVersion", minutes.Id.Version);
        yield return Format("ReceivedAt", Moment(minutes.ReceivedAt));
        yield return Format("Hash", string.Join(' ', minutes.Sha256.Chunk(HashGroup).Select(group => new string(group))));
    }

    private string Owed(Obligation owed)
    {
        var name = ObligationNames.Of(owed.Key.Kind, owed.Key.Period, culture);
        var day = ObligationNames.Of(owed.DueOn);
        return owed.DaysLate(ReceivedOn) is > 0 and var days
            ? Format("OwedLate", name, day, days) : Format("Owed", name, day);
    }

    private static string Moment(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, PartyCalendar.Zone)
        .ToString("HH':'mm', 'dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    private string Get(string name) => MinutesLetterTexts.Get(name, culture);

    private string Format(string name, params object[] values) => MinutesLetterTexts.Format(name, culture, values);
}
