using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Mail.Inbound;

/// <summary>
/// Checks SendGrid's signature over a post: ECDSA on P-256 over SHA-256 of the timestamp header and the very bytes of the body.
/// There is no window of time: a delivery may come days later, and one repeated is known anyway.
/// </summary>
public sealed class PostSignature
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private const int MaxTimestamp = 50;

    private readonly ECParameters _key;

    private PostSignature(ECParameters key) => _key = key;

    /// <param name="publicKey">Base64 of a SubjectPublicKeyInfo; begins <c>MFkwEwYHKoZIzj0CAQ</c>.</param>
    public static bool TryCreate(string publicKey, out PostSignature? signature)
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
    public async Task<bool> IsOfAsync(
        SpooledPost post, string? signature, string? timestamp, CancellationToken cancellationToken)
    {
        var bytes = new byte[150];
        if (timestamp is not { Length: > 0 and <= MaxTimestamp }
            || signature is null || !Convert.TryFromBase64String(signature, bytes, out var length))
        {
            return false;
        }

        var hash = await post.HashAsync(Encoding.UTF8.GetBytes(timestamp), cancellationToken);
        using var key = ECDsa.Create(_key);
        return key.VerifyHash(hash, bytes.AsSpan(0, length), DSASignatureFormat.Rfc3279DerSequence);
    }
}
