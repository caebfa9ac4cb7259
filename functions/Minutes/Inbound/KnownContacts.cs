using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>Which units have an address on file, or an official code. Read from the tree once, and again after it changed.</summary>
public sealed class KnownContacts(IOrganizations organizations)
{
    private Snapshot? _last;

    /// <summary>The units, not closed, whose secretary or deputy has this address.</summary>
    /// <param name="address">Lower case.</param>
    public async Task<IReadOnlyList<OrganizationId>> UnitsOfAsync(string address, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(cancellationToken)).ByAddress[address].Distinct()];

    /// <summary>The one unit, not closed, that has this official code; null when none or several have.</summary>
    public async Task<OrganizationId?> ByCodeAsync(string code, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).ByCode[code].ToList() is [var unit] ? unit : null;

    private async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        // Before the tree: what changes while it is read is read again next time.
        var stamp = await organizations.StampAsync(cancellationToken);
        if (_last is { } last && last.Stamp == stamp)
        {
            return last;
        }

        var units = stamp is null ? [] : await organizations.SubtreeAsync(null, cancellationToken)
            .Where(u => !u.IsClosed)
            .ToListAsync(cancellationToken);
        return _last = new(
            stamp,
            units.SelectMany(u => AddressesOf(u).Select(a => (Address: a, u.Id))).ToLookup(p => p.Address, p => p.Id),
            units.Where(u => u.Code is not null).ToLookup(u => u.Code!, u => u.Id, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The addresses of a unit's people, lower case, the secretary's first.</summary>
    public static IEnumerable<string> AddressesOf(Organization unit) =>
        unit.Contacts.Deputies.Prepend(unit.Contacts.Secretary).Select(c => c.Email?.ToLowerInvariant()).OfType<string>();

    /// <summary>Those of them that letters go to.</summary>
    public static IEnumerable<string> ReachableOf(Organization unit) =>
        unit.Contacts.Deputies.Prepend(unit.Contacts.Secretary).Select(c => c.LetterAddress()).OfType<string>();

    private sealed record Snapshot(
        string? Stamp, ILookup<string, OrganizationId> ByAddress, ILookup<string, OrganizationId> ByCode);
}
