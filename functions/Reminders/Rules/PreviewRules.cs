using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders.Rules;

/// <summary>One sending day under a draft.</summary>
/// <param name="Reminders">Steps of that day.</param>
/// <param name="Letters">Letters they make: one an address.</param>
/// <param name="WithoutAddress">Steps that no mail reaches.</param>
/// <param name="Now">Steps of that day under the rules in force.</param>
public sealed record OutlookDay(
    DateOnly Day, int Reminders, int Letters, int WithoutAddress, int Now, IReadOnlyList<PreviewItem> Examples);

/// <summary>What the coming days would bring.</summary>
/// <param name="IsCut">More is owed than was looked at: the numbers are of a part.</param>
public sealed record RulesOutlook(DateOnly First, DateOnly Last, IReadOnlyList<OutlookDay> Days, bool IsCut)
{
    public int Reminders => Days.Sum(d => d.Reminders);

    public int Letters => Days.Sum(d => d.Letters);

    public int Now => Days.Sum(d => d.Now);
}

/// <summary>
/// Says who would get what on each of the coming days under other rules than those in force, if nothing else happens, and
/// writes nothing. Reads what is owed, the ledger and the units once for all days.
/// </summary>
public sealed class PreviewRules(
    IReminderSettings settings, ReminderOptions options, IDueIndex due, IReminderLedger ledger, IOrganizations organizations)
{
    /// <summary>How many days are looked at, today included.</summary>
    public const int Days = 30;

    /// <summary>The most obligations that are looked at.</summary>
    public const int MaxOwed = 10_000;

    private const int ExamplesADay = 3;

    public async Task<RulesOutlook> RunAsync(
        ReminderRules draft, ReminderRules inForce, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var standing = await settings.ReadAsync(cancellationToken);
        List<ReminderWindow> windows =
        [
            .. Enumerable.Range(0, Days).Select(calendar.Today.AddDays).Where(calendar.IsWorkingDay)
                .Select(day => ReminderWindow.Ahead(standing, options.ArmedByDefault, day, calendar)),
        ];
        var (first, last) = Around(windows, [draft, inForce], calendar);
        var owed = await OwedAsync(first, last, cancellationToken);
        var sent = await SentAsync(first, last, cancellationToken);
        var planned = await ChoicesAsync(draft, owed, windows, calendar, cancellationToken);
        var before = await ChoicesAsync(inForce, owed, windows, calendar, cancellationToken);
        var addressees = await Addressees.ReadAsync(
            planned.Concat(before).SelectMany(c => c).Select(c => (c.Item.Key.Organization, c.Audience is ReminderAudience.Superior or ReminderAudience.Upper)),
            organizations, cancellationToken);
        var days = windows.Select((w, i) => Day(w.Through, Items(planned[i], sent, addressees), Items(before[i], sent, addressees).Count));
        return new(
            calendar.Today, calendar.Today.AddDays(Days - 1),
            [.. days.Where(d => d.Reminders > 0 || d.Now > 0)], owed.Count == MaxOwed);
    }

    private static (DateOnly First, DateOnly Last) Around(
        List<ReminderWindow> windows, IReadOnlyList<ReminderRules> sets, PartyCalendar calendar)
    {
        var all = sets.SelectMany(rules => windows.Select(w => w.DueDays(rules, calendar))).ToList();
        return all.Count == 0 ? (calendar.Today, calendar.Today) : (all.Min(d => d.First), all.Max(d => d.Last));
    }

    private async Task<List<DueItem>> OwedAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        List<DueItem> owed = [];
        await foreach (var item in due.BetweenAsync(first, last, DueStates.Reminded, cancellationToken))
        {
            owed.Add(item);
            if (owed.Count == MaxOwed)
            {
                break;
            }
        }

        return owed;
    }

    private async Task<HashSet<ReminderKey>> SentAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        HashSet<ReminderKey> sent = [];
        await foreach (var line in ledger.BetweenAsync(first, last, DateOnly.MinValue, cancellationToken))
        {
            _ = line.State == ReminderState.Sent && sent.Add(line.Key);
        }

        return sent;
    }

    private async Task<List<List<StepChoice>>> ChoicesAsync(
        ReminderRules rules, List<DueItem> owed, List<ReminderWindow> windows, PartyCalendar calendar,
        CancellationToken cancellationToken)
    {
        var schedule = await ReminderSchedule.ReadAsync(rules, organizations, cancellationToken);
        return [.. windows.Select(window =>
        {
            var (first, last) = window.DueDays(rules, calendar);
            return owed.Where(i => i.DueOn >= first && i.DueOn <= last)
                .SelectMany(i => schedule.ChoicesFor(i, window, calendar)).ToList();
        })];
    }

    private static List<PreviewItem> Items(List<StepChoice> choices, HashSet<ReminderKey> sent, Addressees addressees) =>
    [
        .. from choice in choices
           from role in addressees.Roles(choice)
           let key = choice.Key(role)
           where !sent.Contains(key)
           let unit = addressees.Unit(key.Obligation.Organization)?.Name ?? key.Obligation.Organization.Value
           select new PreviewItem(addressees.Address(key), unit, key, choice.SendOn),
    ];

    private static OutlookDay Day(DateOnly day, List<PreviewItem> items, int now) => new(
        day, items.Count, items.Select(i => i.To).OfType<string>().Distinct().Count(), items.Count(i => i.To is null), now,
        [.. items.OrderBy(i => ReminderItem.Encode(i.Key), StringComparer.Ordinal).Take(ExamplesADay)]);
}
