using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>Makes and reads the one-tap links of units.</summary>
public sealed class UnitLinks(ISecretKeys keys, LinkBase links) : IUnitLinks
{
    private byte[]? _key;

    public async Task<Uri> CreateAsync(
        OrganizationId organization, int linkEpoch, DateOnly dueOn, CancellationToken cancellationToken)
    {
        var link = new UnitLink(organization, linkEpoch, dueOn.AddDays(UnitLink.DaysAfterDue));
        return links.To("u/" + link.Sign(await KeyAsync(cancellationToken)));
    }

    public Uri PageAt(string path) => links.To(path);

    /// <summary>What a token says, or null when it is not one of ours. Whether it still lives is another question.</summary>
    public async Task<UnitLink?> ReadAsync(string token, CancellationToken cancellationToken) =>
        UnitLink.Verify(token, await KeyAsync(cancellationToken));

    /// <summary>A letter run makes thousands of links; the key is read once.</summary>
    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken) => _key ??= HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        await keys.GetAsync("unit-links", cancellationToken),
        outputLength: 32,
        info: Encoding.UTF8.GetBytes("unit-links/page"));
}
