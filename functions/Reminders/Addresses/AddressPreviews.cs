using System.Globalization;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Addresses;

/// <summary>Shows the letter to a unit's superior as if the secretary had just left and named the first deputy.</summary>
public sealed class AddressPreviews(
    IOrganizations organizations, EventLetterPreview letters, PartyCalendar calendar) : ITemplatePreviews
{
    public IReadOnlyList<LetterKind> Kinds { get; } = [AddressKinds.Correction];

    public async Task<PreviewedLetter> RunAsync(
        LetterKind kind, ReadyTemplate template, CultureInfo culture, CancellationToken cancellationToken)
    {
        var (unit, isSample) = await PreviewUnit.FindAsync(organizations, cancellationToken);
        var superior = unit.ParentId is { } above ? await organizations.FindAsync(above, cancellationToken) : null;
        var mark = new ContactMark(
            ContactFlaw.Resigned, calendar.Today, unit.LinkEpoch, Successor: unit.Contacts.Deputies is [var first, ..] ? first : null);
        var mail = SuccessorLetter.Write(
            unit, mark, new((superior ?? unit).Id.Value, "", calendar.Today, 1), (superior ?? unit).Name,
            EventLetterPreview.Link, culture);
        return await letters.RunAsync(mail, template, mail.Values!.Fields, culture, isSample);
    }
}
