using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Mail;

/// <summary>
/// Checks SendGrid's signature of a post: ECDSA on P-256 over SHA-256 of the timestamp header and the very bytes of the body.
/// There is no window of time: a post that failed comes again for days, and one that comes again does nothing.
/// </summary>
public sealed class HookSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private const int MaxHeaderLength = 200;

    private readonly ECParameters _key;

    private HookSignature(ECParameters key) => _key = key;

    /// <param name="publicKey">Base64 of a SubjectPublicKeyInfo; begins <c>MFkwEwYHKoZIzj0CAQ</c>.</param>
    public static bool TryCreate(string publicKey, [NotNullWhen(true)] out HookSignature? signature)
    {
        signature = null;
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
            signature = key.KeySize == 256 ? new(key.ExportParameters(includePrivateParameters: false)) : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // Not a key; the caller says so.
        }

        return signature is not null;
    }

    /// <param name="signature">Base64 of a DER sequence.</param>
    /// <param name="body">As it came: its last line break counts.</param>
    public bool IsOf(ReadOnlySpan<byte> body, string? signature, string? timestamp)
    {
        if (!IsTime(timestamp))
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData(body);
        return IsOf(hash.GetHashAndReset(), signature);
    }

    /// <summary>As <see cref="IsOf(ReadOnlySpan{byte}, string?, string?)"/>, of a body too large for memory.</summary>
    /// <param name="hash">SHA-256 over the bytes it is given and then the body as it came.</param>
    public async Task<bool> IsOfAsync(
        Func<ReadOnlyMemory<byte>, Task<byte[]>> hash, string? signature, string? timestamp) =>
        IsTime(timestamp) && IsOf(await hash(Encoding.UTF8.GetBytes(timestamp)), signature);

    private static bool IsTime([NotNullWhen(true)] string? timestamp) => timestamp is { Length: > 0 and <= MaxHeaderLength };

    private bool IsOf(byte[] hash, string? signature)
    {
        var given = new byte[MaxHeaderLength];
        if (signature is not { Length: <= MaxHeaderLength } || !Convert.TryFromBase64String(signature, given, out var length))
        {
            return false;
        }

        using var key = ECDsa.Create(_key);
        return key.VerifyHash(hash, given.AsSpan(0, length), DSASignatureFormat.Rfc3279DerSequence);
    }
}
