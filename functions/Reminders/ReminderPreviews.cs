using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders.Digests;

namespace ServerlessParty.Reminders;

/// <summary>Shows reminder letters of a unit of the store, with papers such as it owes.</summary>
public sealed class ReminderPreviews(
    IOrganizations organizations, ReminderOptions options, LetterHtml html, PartyCalendar calendar) : ITemplatePreviews
{
    public IReadOnlyList<LetterKind> Kinds { get; } = [ReminderKinds.Reminder, ReminderKinds.Digest];

    public async Task<PreviewedLetter> RunAsync(
        LetterKind kind, ReadyTemplate template, CultureInfo culture, CancellationToken cancellationToken)
    {
        var (unit, isSample) = await PreviewUnit.FindAsync(organizations, cancellationToken);
        var words = new ReminderLetterText(
            kind == ReminderKinds.Digest ? Digest(unit, culture) : Reminder(unit, culture), culture, template);
        var body = await html.RenderAsync<ReminderLetterHtml>(new() { [nameof(ReminderLetterHtml.Words)] = words });
        return new(words.Subject, words.Body, body, isSample);
    }

    private ReminderLetter Reminder(Organization unit, CultureInfo culture)
    {
        OwedPaper[] papers =
            [Paper(ObligationKind.OrganizationRating, 7, culture), Paper(ObligationKind.MemberRatings, 0, culture)];
        return new([new(unit.Name, EventLetterPreview.Link, papers)], [], ToDeputy: false, options.Sender);
    }

    private ReminderLetter Digest(Organization unit, CultureInfo culture)
    {
        var late = new LateUnit(
            unit.Name, unit.Contacts.Secretary.Phone, [Paper(ObligationKind.OrganizationRating, -3, culture)]);
        return new([], [new(unit.Name, [late])], ToDeputy: false, options.Sender);
    }

    private OwedPaper Paper(ObligationKind kind, int daysLeft, CultureInfo culture) => new(
        ObligationNames.Of(kind, Period.Year(calendar.Today.Year), culture), calendar.Today.AddDays(daysLeft), daysLeft);
}
