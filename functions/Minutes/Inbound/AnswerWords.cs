using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>What the answers to mail say, in the current language.</summary>
public sealed class AnswerWords(RefusalSentence sentence)
{
    public static LetterValues Triaged { get; } = new(InboundKinds.Triaged, new Dictionary<string, string>());

    public LetterValues Refused(DateTimeOffset receivedAt, Organization unit, IReadOnlyList<IntakeRefusal> refusals) => new(
        InboundKinds.Refused, new Dictionary<string, string>
        {
            ["unit"] = unit.Name,
            ["moment"] = Moment(receivedAt),
            ["files"] = string.Join('\n', refusals.Select(Line)),
        });

    public LetterValues Secret(DateTimeOffset receivedAt) => new(
        InboundKinds.Secret, new Dictionary<string, string>
        {
            ["moment"] = Moment(receivedAt),
            ["channel"] = sentence(MinutesRefusals.Secret),
        });

    private string Line(IntakeRefusal refusal)
    {
        var words = refusal.Code == MailRefusals.Winmail ? InboundTexts.Get($"Refusal.{refusal.Code}") : sentence(refusal.Code);
        var of = refusal.Of is { } original ? " " + InboundTexts.Format("LetterOriginal", DocumentName.Of(original)) : "";
        return $"- {refusal.File}: {words}{of}";
    }

    private static string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, PartyCalendar.Zone)
        .ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);
}
