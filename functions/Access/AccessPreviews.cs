using System.Globalization;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>Shows the letters with links; the link of a preview leads nowhere.</summary>
public sealed class AccessPreviews(
    IOrganizations organizations, EventLetterPreview letters, PartyCalendar calendar) : ITemplatePreviews
{
    public IReadOnlyList<LetterKind> Kinds { get; } = [AccessKinds.SignIn, AccessKinds.FreshLink];

    public async Task<PreviewedLetter> RunAsync(
        LetterKind kind, ReadyTemplate template, CultureInfo culture, CancellationToken cancellationToken)
    {
        var (unit, isSample) = await PreviewUnit.FindAsync(organizations, cancellationToken);
        var mail = kind == AccessKinds.SignIn
            ? SignInLetter.Write("", "preview", EventLetterPreview.Link, culture)
            : FreshLinkLetter.Write("", unit, EventLetterPreview.Link, calendar.Today, culture);
        return await letters.RunAsync(mail, template, mail.Values!.Fields, culture, isSample && kind != AccessKinds.SignIn);
    }
}
