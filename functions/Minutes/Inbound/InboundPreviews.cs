using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>Shows the answers to mail as if a unit of the store had just sent one.</summary>
public sealed class InboundPreviews(
    IOrganizations organizations, EventLetterPreview letters, AnswerWords words, PartyCalendar calendar) : ITemplatePreviews
{
    public IReadOnlyList<LetterKind> Kinds { get; } = [InboundKinds.Refused, InboundKinds.Secret, InboundKinds.Triaged];

    public async Task<PreviewedLetter> RunAsync(
        LetterKind kind, ReadyTemplate template, CultureInfo culture, CancellationToken cancellationToken)
    {
        // Flows into what is called from here and not back: the sentences about refusals speak the current language.
        CultureInfo.CurrentUICulture = culture;
        var (unit, isSample) = await PreviewUnit.FindAsync(organizations, cancellationToken);
        var values = kind == InboundKinds.Refused ? words.Refused(calendar.Now, unit, [new(MinutesRefusals.Type, "bien-ban.zip")])
            : kind == InboundKinds.Secret ? words.Secret(calendar.Now)
            : AnswerWords.Triaged;
        var mail = ReadyTemplate.WriteShipped(new(LetterClass.Receipt, "preview", "", "", []), values, culture);
        return await letters.RunAsync(mail, template, values.Fields, culture, isSample && kind == InboundKinds.Refused);
    }
}
