using System.Globalization;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>A unit to call, since mail does not reach it.</summary>
/// <param name="Message">Ready to be copied into Zalo; holds the unit's one-tap link.</param>
public sealed record CallItem(
    OrganizationId Organization, string Name, string Secretary, string? Phone,
    IReadOnlyList<CallPaper> Owed, string Message);

/// <summary>What a unit to call owes.</summary>
public sealed record CallPaper(ObligationKind Kind, Period Period, OwedPaper Paper);

/// <summary>A page of the call list, by unit; <paramref name="Next"/> null: this was the last.</summary>
public sealed record CallPage(IReadOnlyList<CallItem> Items, string? Next);

/// <summary>Lists the units of a branch whose reminders could not go by mail and who still owe; writes nothing.</summary>
public sealed class ListCalls(
    IReminderRules inForce, IDueIndex due, IReminderLedger ledger, IOrganizations organizations, IUnitLinks links)
{
    /// <summary>What is late for longer than this is no longer a matter of reminding.</summary>
    private const int ReachInDays = 180;

    /// <param name="under">The branch; null means everything.</param>
    /// <param name="after">The <see cref="CallPage.Next"/> of the page before, or null.</param>
    /// <param name="take">1 to 1,000 units.</param>
    public async Task<CallPage> RunAsync(
        PartyCalendar calendar, OrganizationId? under, string? after, int take, CancellationToken cancellationToken)
    {
        var owed = await OwedAsync(calendar.Today, cancellationToken);
        var units = await UnitsAsync(under, owed.Select(g => g.Key).ToHashSet(), cancellationToken);
        var page = units.OrderBy(u => u.Id)
            .SkipWhile(u => after is not null && string.CompareOrdinal(u.Id.Key, after) <= 0)
            .Take(take + 1)
            .ToList();
        List<CallItem> items = [];
        foreach (var unit in page.Take(take))
        {
            items.Add(await ItemAsync(unit, [.. owed[unit.Id]], calendar.Today, cancellationToken));
        }

        return new(items, page.Count > take ? page[take - 1].Id.Key : null);
    }

    /// <summary>What is still owed and has a line on the list, by unit.</summary>
    private async Task<ILookup<OrganizationId, DueItem>> OwedAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var rules = await inForce.ReadAsync(cancellationToken);
        var first = today.AddDays(-ReachInDays);
        var last = today.AddDays(-rules.FirstOffset).AddDays(rules.LastOffset);
        HashSet<(ObligationKey, DateOnly)> listed = [];
        await foreach (var line in ledger.BetweenAsync(first, last, DateOnly.MinValue, cancellationToken))
        {
            if (line is { State: ReminderState.Listed, Key.Step.Role: var role } && role == ReminderRole.Secretary)
            {
                listed.Add((line.Key.Obligation, line.Key.DueOn));
            }
        }

        return await StillOwedAsync(listed, cancellationToken);
    }

    private async Task<ILookup<OrganizationId, DueItem>> StillOwedAsync(
        HashSet<(ObligationKey, DateOnly)> listed, CancellationToken cancellationToken)
    {
        List<DueItem> owed = [];
        if (listed.Count > 0)
        {
            var (first, last) = (listed.Min(l => l.Item2), listed.Max(l => l.Item2));
            await foreach (var item in due.BetweenAsync(first, last, DueStates.Reminded, cancellationToken))
            {
                if (item.IsReminded && listed.Contains((item.Key, item.DueOn)))
                {
                    owed.Add(item);
                }
            }
        }

        return owed.OrderBy(i => i.DueOn).ToLookup(i => i.Key.Organization);
    }

    private async Task<List<Organization>> UnitsAsync(
        OrganizationId? under, HashSet<OrganizationId> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return [];
        }

        if (under is null)
        {
            return [.. (await organizations.FindManyAsync(wanted, cancellationToken)).Values];
        }

        List<Organization> units = [];
        await foreach (var unit in organizations.SubtreeAsync(under, cancellationToken))
        {
            if (wanted.Contains(unit.Id))
            {
                units.Add(unit);
            }
        }

        return units;
    }

    private async Task<CallItem> ItemAsync(
        Organization unit, IReadOnlyList<DueItem> owed, DateOnly today, CancellationToken cancellationToken)
    {
        var papers = owed.Select(i => new CallPaper(i.Key.Kind, i.Key.Period, Paper(i, today))).ToList();
        var link = await links.CreateAsync(unit.Id, unit.LinkEpoch, owed.Max(i => i.DueOn), cancellationToken);
        var lines = string.Join("; ", papers.Select(p => DueWords.Line(p.Paper, CultureInfo.CurrentUICulture)));
        return new(
            unit.Id, unit.Name, unit.Contacts.Secretary.Name, unit.Contacts.Secretary.Phone, papers,
            RemindersTexts.Format("ZaloMessage", unit.Name, lines, link));
    }

    private static OwedPaper Paper(DueItem item, DateOnly today) => new(
        ObligationNames.Of(item.Key.Kind, item.Key.Period), item.DueOn, item.DueOn.DayNumber - today.DayNumber);
}
