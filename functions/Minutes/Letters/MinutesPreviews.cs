using System.Globalization;
using ServerlessParty.Audit;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Letters;

/// <summary>Shows the letters about minutes of a unit of the store.</summary>
public sealed class MinutesPreviews(
    IOrganizations organizations, EventLetterPreview letters, MailOptions sender, PartyCalendar calendar) : ITemplatePreviews
{
    private const int SampleSize = 250_000;

    public IReadOnlyList<LetterKind> Kinds { get; } = [MinutesKinds.Receipt, MinutesKinds.Return];

    public async Task<PreviewedLetter> RunAsync(
        LetterKind kind, ReadyTemplate template, CultureInfo culture, CancellationToken cancellationToken)
    {
        var (unit, isSample) = await PreviewUnit.FindAsync(organizations, cancellationToken);
        var key = new ObligationKey(
            unit.Id, ObligationKind.RegularMinutes, Period.Month(calendar.Today.Year, calendar.Today.Month));
        return kind == MinutesKinds.Receipt
            ? await ReceiptAsync(unit, key, template, culture, isSample)
            : await ReturnAsync(unit, key, template, culture, isSample);
    }

    private Task<PreviewedLetter> ReceiptAsync(
        Organization unit, ObligationKey key, ReadyTemplate template, CultureInfo culture, bool isSample)
    {
        var minutes = new MeetingMinutes(
            new(key, 1), calendar.Today, new string('a', 64), SampleSize, DocumentType.Pdf, "bien-ban.pdf",
            MinutesState.Received, calendar.Now, AuditNote.System, MinutesChannel.Web);
        var text = new ReceiptText(unit, minutes, [], culture);
        var mail = new EventMail(LetterClass.Receipt, "preview", "", text.Subject, text.Paragraphs);
        return letters.RunAsync(mail, template, text.Values(sender.FromName), culture, isSample);
    }

    private Task<PreviewedLetter> ReturnAsync(
        Organization unit, ObligationKey key, ReadyTemplate template, CultureInfo culture, bool isSample)
    {
        var text = new ReturnText(
            unit, key, MinutesLetterTexts.Get("SampleComment", culture), calendar.Today.AddDays(3), calendar.Today,
            mayAnswer: true, culture);
        var mail = new EventMail(
            LetterClass.Return, "preview", "", text.Subject, text.Paragraphs, new(EventLetterPreview.Link, text.Button));
        return letters.RunAsync(mail, template, text.Values(sender.FromName), culture, isSample);
    }
}
