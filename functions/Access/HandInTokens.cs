using ServerlessParty.Mail.Inbound;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>
/// Makes and reads hand-in addresses. A token holds no unit, so that it is looked for among those of all units, made anew
/// whenever the tree has changed; the dossier has the last word, so that a replaced contact's address is dead at once.
/// </summary>
public sealed class HandInTokens(
    ISecretKeys keys, IOrganizations organizations, InboundOptions inbound, TimeProvider time)
    : IHandInTokens, IHandInAddresses, IDisposable
{
    /// <summary>What stands before the token in an address: <c>nop+{token}@{domain}</c> (nộp).</summary>
    public const string Mailbox = "nop";

    private readonly SemaphoreSlim _reading = new(1);
    private KnownTokens? _known;
    private byte[]? _key;

    public async Task<string?> OfAsync(Organization unit, CancellationToken cancellationToken) =>
        inbound is { Enabled: true, Domain: { Length: > 0 } domain }
            ? $"{Mailbox}+{HandInToken.Of(unit, await KeyAsync(cancellationToken))}@{domain}" : null;

    public async Task<OrganizationId?> UnitOfAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length != HandInToken.Length)
        {
            return null;
        }

        var key = await KeyAsync(cancellationToken);
        var lower = token.ToLowerInvariant();
        return (await KnownAsync(key, cancellationToken)).TryGetValue(lower, out var id)
            && await organizations.FindAsync(id, cancellationToken) is { } unit
            && unit.ExistsOn(PartyCalendar.DayOf(time.GetUtcNow()))
            && HandInToken.Of(unit, key) == lower
            ? unit.Id : null;
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Dictionary<string, OrganizationId>> KnownAsync(byte[] key, CancellationToken cancellationToken)
    {
        // One at a time, or mails that come together would each read all units.
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var stamp = await organizations.StampAsync(cancellationToken);
            if (_known is not { } known || known.Stamp != stamp)
            {
                _known = known = new(stamp, await ReadAsync(key, cancellationToken));
            }

            return known.Units;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Dictionary<string, OrganizationId>> ReadAsync(byte[] key, CancellationToken cancellationToken)
    {
        Dictionary<string, OrganizationId> units = [];
        await foreach (var unit in organizations.SubtreeAsync(null, cancellationToken))
        {
            units[HandInToken.Of(unit, key)] = unit.Id;
        }

        return units;
    }

    /// <summary>A letter run makes thousands of addresses; the key is read once.</summary>
    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken) =>
        _key ??= await keys.GetAsync("hand-in", cancellationToken);

    /// <param name="Stamp">As read before the units were.</param>
    private sealed record KnownTokens(string? Stamp, Dictionary<string, OrganizationId> Units);
}
