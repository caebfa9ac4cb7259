using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>Makes and reads the links that name a secretary: as those to a unit's page, with a purpose and a key of their own, so that neither opens the other.</summary>
public sealed class SecretaryLinks(ISecretKeys keys, LinkBase links) : ISecretaryLinks
{
    public async Task<Uri> CreateAsync(OrganizationId unit, int mark, DateOnly on, CancellationToken cancellationToken)
    {
        var link = new UnitLink(unit, mark, on.AddDays(ISecretaryLinks.DaysAlive));
        return links.To("secretary/" + link.Sign(await KeyAsync(cancellationToken), UnitLink.Secretary));
    }

    public async Task<SecretaryLinkContent?> ReadAsync(string token, CancellationToken cancellationToken) =>
        UnitLink.Verify(token, await KeyAsync(cancellationToken), UnitLink.Secretary) is { } link
            ? new(link.Unit, link.Epoch, link.LastDay) : null;

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        await keys.GetAsync("unit-links", cancellationToken),
        outputLength: 32,
        info: Encoding.UTF8.GetBytes("unit-links/secretary"));
}
