using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders.Digests;

namespace ServerlessParty.Reminders;

/// <summary>Turns checked letters into mails, in the language of the store.</summary>
public sealed class LetterWriter(
    ReminderOptions options, StoreLanguage language, IUnitLinks links, IHandInAddresses addresses, ILetterTemplates templates,
    LetterHtml html)
{
    private readonly CultureInfo _culture = language.Culture;

    public async Task<IReadOnlyDictionary<LetterId, OutgoingMail>> WriteAsync(
        IReadOnlyList<CheckedLetter> letters, Sending sending, CancellationToken cancellationToken)
    {
        Dictionary<LetterId, OutgoingMail> mails = [];
        foreach (var found in letters)
        {
            var content = await ContentAsync(found.Kept, sending, cancellationToken);
            var own = await templates.OwnAsync(ReminderKinds.Of(content), language.Code, cancellationToken);
            var words = new ReminderLetterText(content, _culture, own);
            mails[found.Letter.Id] = new(
                found.Letter.Id, found.Letter.Attempts + 1, found.Letter.To,
                words.Subject, words.Body, await HtmlAsync(words), content.ReplyTo);
        }

        return mails;
    }

    private Task<string> HtmlAsync(ReminderLetterText words) =>
        html.RenderAsync<ReminderLetterHtml>(new() { [nameof(ReminderLetterHtml.Words)] = words });

    private async Task<ReminderLetter> ContentAsync(
        IReadOnlyList<ReminderKey> keys, Sending sending, CancellationToken cancellationToken)
    {
        var byRole = keys.ToLookup(k => k.Step.Role.IsAbove);
        List<OwingUnit> own = [];
        foreach (var unit in byRole[false].GroupBy(k => k.Obligation.Organization))
        {
            own.Add(await OwingAsync(sending.Addressees.Unit(unit.Key)!, [.. unit], sending.Day, cancellationToken));
        }

        var isToDeputy = keys.All(k => k.Step.Role.Audience == ReminderAudience.Deputies);
        var digest = new DigestContent(sending, links, _culture);
        var byLevel = byRole[true].ToLookup(k => k.Step.Role);
        var watched = await digest.WatchedAsync(byLevel[ReminderRole.Superior], cancellationToken);
        return new(own, watched, isToDeputy, options.Sender) { Totals = digest.Totals(byLevel[ReminderRole.Upper]) };
    }

    private async Task<OwingUnit> OwingAsync(
        Organization unit, IReadOnlyList<ReminderKey> keys, DateOnly today, CancellationToken cancellationToken)
    {
        var link = await links.CreateAsync(unit.Id, unit.LinkEpoch, keys.Max(k => k.DueOn), cancellationToken);
        // Nothing but minutes is filed by mail.
        var address = keys.Any(k => k.Obligation.Kind.IsMinutes) ? await addresses.OfAsync(unit, cancellationToken) : null;
        return new(unit.Name, link, DigestContent.Papers(keys, today, _culture), address);
    }
}
