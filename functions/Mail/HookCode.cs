using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Mail;

/// <summary>What a carrier must say to reach our hooks (<c>Hooks:Code</c>), whatever else let it through.</summary>
/// <param name="configured">Null: hooks are off.</param>
public sealed class HookCode(string? configured)
{
    private readonly byte[]? _digest = configured is null ? null : Digest(configured);

    public bool IsOn => _digest is not null;

    /// <summary>Compares in constant time.</summary>
    /// <param name="presented">The query's <c>code</c>; several are none, since the Functions host joins them.</param>
    public bool Matches(Microsoft.Extensions.Primitives.StringValues presented) =>
        _digest is not null && presented is [{ } code] && CryptographicOperations.FixedTimeEquals(Digest(code), _digest);

    private static byte[] Digest(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
