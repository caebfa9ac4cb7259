using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>Some units and those above them, and who answers a reminder there.</summary>
public sealed class Addressees
{
    private readonly Dictionary<OrganizationId, Organization> _units;

    private Addressees(Dictionary<OrganizationId, Organization> units) => _units = units;

    /// <summary>Reads the units that owe, and only where a superior is addressed the units above them.</summary>
    /// <param name="wanted">A unit that owes, and whether those above it, two levels up, are needed.</param>
    public static async Task<Addressees> ReadAsync(
        IEnumerable<(OrganizationId Unit, bool Above)> wanted,
        IOrganizations organizations,
        CancellationToken cancellationToken)
    {
        HashSet<OrganizationId> units = [], below = [];
        foreach (var (unit, above) in wanted)
        {
            units.Add(unit);
            _ = above && below.Add(unit);
        }

        Dictionary<OrganizationId, Organization> known = [];
        await AddAsync(units, known, organizations, cancellationToken);
        for (var level = 1; level <= 2; level++)
        {
            below = below.Select(u => known.GetValueOrDefault(u)?.ParentId).OfType<OrganizationId>().ToHashSet();
            await AddAsync([.. below.Where(u => !known.ContainsKey(u))], known, organizations, cancellationToken);
        }

        return new(known);
    }

    public Organization? Unit(OrganizationId id) => _units.GetValueOrDefault(id);

    /// <summary>The unit whose secretary or deputy the step addresses; null when there is none.</summary>
    public Organization? AddressedUnit(ReminderKey key)
    {
        var unit = key.Obligation.Organization;
        return key.Step.Role.Audience switch
        {
            ReminderAudience.Superior => SuperiorOf(unit),
            ReminderAudience.Upper => SuperiorOf(unit) is { } superior ? SuperiorOf(superior.Id) : null,
            _ => Unit(unit),
        };
    }

    /// <summary>The unit above; null when there is none, or it was not read.</summary>
    public Organization? SuperiorOf(OrganizationId unit) => Unit(unit)?.ParentId is { } parent ? Unit(parent) : null;

    /// <summary>The person the step addresses; null when there is none.</summary>
    public Contact? Person(ReminderKey key)
    {
        var contacts = AddressedUnit(key)?.Contacts;
        return key.Step.Role.Audience == ReminderAudience.Deputies
            ? contacts?.Deputies.ElementAtOrDefault(key.Step.Role.DeputyNumber - 1)
            : contacts?.Secretary;
    }

    /// <summary>The address in the one spelling that letters use, or null when mail cannot reach the person.</summary>
    public string? Address(ReminderKey key) => Person(key)?.LetterAddress();

    /// <summary>The roles a choice addresses here. A unit that the list of units does not know yet still has a secretary to call; no unit above, nobody to tell.</summary>
    public IEnumerable<ReminderRole> Roles(StepChoice choice) => choice.Audience switch
    {
        ReminderAudience.Secretary => [ReminderRole.Secretary],
        ReminderAudience.Superior => Existing(choice, ReminderRole.Superior),
        ReminderAudience.Upper => Existing(choice, ReminderRole.Upper),
        _ => Enumerable.Range(1, Unit(choice.Item.Key.Organization)?.Contacts.Deputies.Count ?? 0)
            .Select(ReminderRole.Deputy),
    };

    private IEnumerable<ReminderRole> Existing(StepChoice choice, ReminderRole role) =>
        AddressedUnit(choice.Key(role)) is null ? [] : [role];

    /// <summary>How a line is to stand: in a letter, on the call list, or not at all when nobody is there to tell.</summary>
    public ReminderState Placing(ReminderKey key)
    {
        var isSomebody = key.Step.Role == ReminderRole.Secretary || Person(key) is not null;
        return Address(key) is not null ? ReminderState.Planned
            : isSomebody ? ReminderState.Listed : ReminderState.Cancelled;
    }

    /// <summary>The reminders as letters refer to them, by the address they go to; those without an address are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ItemsByAddress(IEnumerable<ReminderKey> keys)
    {
        Dictionary<string, List<string>> items = [];
        foreach (var key in keys)
        {
            if (Address(key) is { } address)
            {
                (items.TryGetValue(address, out var list) ? list : items[address] = []).Add(ReminderItem.Encode(key));
            }
        }

        return items.ToDictionary(i => i.Key, IReadOnlyList<string> (i) => i.Value);
    }

    private static async Task AddAsync(
        HashSet<OrganizationId> ids, Dictionary<OrganizationId, Organization> known,
        IOrganizations organizations, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return;
        }

        foreach (var (id, unit) in await organizations.FindManyAsync(ids, cancellationToken))
        {
            known[id] = unit;
        }
    }
}
