using System.Globalization;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

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
        var byRole = keys.ToLookup(k => k.Step.Role == ReminderRole.Superior);
        List<OwingUnit> own = [];
        foreach (var unit in byRole[false].GroupBy(k => k.Obligation.Organization))
        {
            own.Add(await OwingAsync(sending.Addressees.Unit(unit.Key)!, [.. unit], sending.Day, cancellationToken));
        }

        var isToDeputy = keys.All(k => k.Step.Role.Audience == ReminderAudience.Deputies);
        return new(own, Watched(byRole[true], sending), isToDeputy, options.Sender);
    }

    private async Task<OwingUnit> OwingAsync(
        Organization unit, IReadOnlyList<ReminderKey> keys, DateOnly today, CancellationToken cancellationToken)
    {
        var link = await links.CreateAsync(unit.Id, unit.LinkEpoch, keys.Max(k => k.DueOn), cancellationToken);
        // Nothing but minutes is filed by mail.
        var address = keys.Any(k => k.Obligation.Kind.IsMinutes) ? await addresses.OfAsync(unit, cancellationToken) : null;
        return new(unit.Name, link, Papers(keys, today), address);
    }

    private List<WatchedBranch> Watched(IEnumerable<ReminderKey> keys, Sending sending) =>
    [
        .. from key in keys
           group key by sending.Addressees.AddressedUnit(key)! into branch
           select new WatchedBranch(branch.Key.Name, LateUnits(branch, sending)),
    ];

    private List<LateUnit> LateUnits(IEnumerable<ReminderKey> keys, Sending sending) =>
    [
        .. from key in keys
           group key by key.Obligation.Organization into owing
           let unit = sending.Addressees.Unit(owing.Key)!
           orderby owing.Min(k => k.DueOn), unit.Name
           select new LateUnit(unit.Name, unit.Contacts.Secretary.Phone, Papers(owing, sending.Day)),
    ];

    /// <summary>An obligation that two roles of one person are reminded of is named once.</summary>
    private List<OwedPaper> Papers(IEnumerable<ReminderKey> keys, DateOnly today) =>
    [
        .. from key in keys.DistinctBy(k => k.Obligation)
           orderby key.DueOn
           let name = ObligationNames.Of(key.Obligation.Kind, key.Obligation.Period, _culture)
           select new OwedPaper(name, key.DueOn, key.DueOn.DayNumber - today.DayNumber),
    ];
}
