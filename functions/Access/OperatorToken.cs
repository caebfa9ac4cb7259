using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Access;

/// <summary>The operator's bearer token of a developer's machine; off everywhere else.</summary>
public sealed class OperatorToken
{
    private readonly byte[]? _digest;

    /// <param name="configured">What the setting <c>Access:AdminToken</c> says; null makes a random one.</param>
    public OperatorToken(DevelopmentPowers powers, string? configured)
    {
        if (powers.On)
        {
            Made = configured is null ? Secrets.NewToken() : null;
            _digest = Secrets.Digest(configured ?? Made!);
        }
    }

    /// <summary>Whether there is an operator token at all.</summary>
    public bool IsOn => _digest is not null;

    /// <summary>The token that was made because none was set, to be printed at start; null otherwise.</summary>
    public string? Made { get; }

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string presented) =>
        _digest is not null && CryptographicOperations.FixedTimeEquals(Secrets.Digest(presented), _digest);
}

/// <summary>Random tokens, and what is kept of them.</summary>
internal static class Secrets
{
    /// <summary>256 random bits as 43 characters that need no escaping in a URL.</summary>
    public static string NewToken() =>
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>What is stored instead of the token: SHA-256 in lower-case hex. A random token needs no salt.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(Digest(token));
}
