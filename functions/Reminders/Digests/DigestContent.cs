using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Digests;

/// <summary>Puts the late units of a letter together: for their superior one by one, for the one above that in numbers.</summary>
internal sealed class DigestContent(Sending sending, IUnitLinks links, CultureInfo culture)
{
    /// <summary>The most units of a branch that a letter names.</summary>
    public const int MostUnits = 30;

    /// <param name="keys">Steps for superiors.</param>
    public async Task<IReadOnlyList<WatchedBranch>> WatchedAsync(
        IEnumerable<ReminderKey> keys, CancellationToken cancellationToken)
    {
        List<WatchedBranch> branches = [];
        foreach (var branch in keys.GroupBy(k => sending.Addressees.AddressedUnit(k)!))
        {
            var late = MostLateFirst(branch);
            List<LateUnit> named = [];
            foreach (var (unit, papers) in late.Take(MostUnits))
            {
                named.Add(await LateAsync(unit, papers, cancellationToken));
            }

            branches.Add(new(branch.Key.Name, named)
            {
                More = late.Count - named.Count,
                All = links.PageAt($"?under={branch.Key.Id}"),
            });
        }

        return branches;
    }

    /// <param name="keys">Steps for those above superiors.</param>
    public IReadOnlyList<BranchTotal> Totals(IEnumerable<ReminderKey> keys) =>
    [
        .. from key in keys.DistinctBy(k => k.Obligation)
           group key by sending.Addressees.SuperiorOf(key.Obligation.Organization)! into branch
           let daysLate = sending.Day.DayNumber - branch.Min(k => k.DueOn).DayNumber
           orderby daysLate descending, branch.Key.Name
           select new BranchTotal(
               branch.Key.Name, branch.Select(k => k.Obligation.Organization).Distinct().Count(), branch.Count(),
               daysLate, links.PageAt($"?under={branch.Key.Id}")),
    ];

    /// <summary>An obligation that two roles of one person are reminded of is named once.</summary>
    public static List<OwedPaper> Papers(IEnumerable<ReminderKey> keys, DateOnly today, CultureInfo culture) =>
    [
        .. from key in keys.DistinctBy(k => k.Obligation)
           orderby key.DueOn
           let name = ObligationNames.Of(key.Obligation.Kind, key.Obligation.Period, culture)
           select new OwedPaper(name, key.DueOn, key.DueOn.DayNumber - today.DayNumber),
    ];

    private List<(Organization Unit, IReadOnlyList<ReminderKey> Keys)> MostLateFirst(IEnumerable<ReminderKey> keys) =>
    [
        .. from key in keys
           group key by key.Obligation.Organization into owing
           let unit = sending.Addressees.Unit(owing.Key)!
           orderby owing.Min(k => k.DueOn), unit.Name
           select (unit, (IReadOnlyList<ReminderKey>)[.. owing]),
    ];

    private async Task<LateUnit> LateAsync(
        Organization unit, IReadOnlyList<ReminderKey> keys, CancellationToken cancellationToken)
    {
        var secretary = unit.Contacts.Secretary;
        var papers = Papers(keys, sending.Day, culture);
        return new(unit.Name, secretary.Phone, papers)
        {
            Page = links.PageAt($"organizations/{unit.Id}"),
            Call = secretary.LetterAddress() is null
                ? new(secretary.Name, await MessageAsync(unit, papers, cancellationToken)) : null,
        };
    }

    private async Task<string> MessageAsync(
        Organization unit, IReadOnlyList<OwedPaper> papers, CancellationToken cancellationToken)
    {
        var link = await links.CreateAsync(unit.Id, unit.LinkEpoch, papers.Max(p => p.DueOn), cancellationToken);
        var owed = string.Join("; ", papers.Select(p => DueWords.Line(p, culture)));
        return RemindersTexts.Format("ZaloMessage", culture, unit.Name, owed, link);
    }
}
