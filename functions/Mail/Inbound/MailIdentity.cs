using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Mail.Inbound;

/// <summary>
/// What makes two deliveries the same mail: envelope, Message-ID and decoded content. Not the bytes of the post, since a
/// carrier that tries again writes another boundary.
/// </summary>
public static class MailIdentity
{
    public static async Task<IntakeId> OfAsync(InboundMail mail, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, mail.Envelope.From);
        foreach (var to in mail.Envelope.To.Order(StringComparer.Ordinal))
        {
            Append(hash, to);
        }

        Append(hash, mail.Head.MessageId ?? "");
        Append(hash, mail.Head.Subject);
        Append(hash, mail.Text);
        foreach (var file in mail.Attachments)
        {
            Append(hash, file.Name);
            await AppendAsync(hash, file, cancellationToken);
        }

        return IntakeId.Of(hash.GetHashAndReset());
    }

    /// <summary>For a post that cannot be read: its very bytes.</summary>
    public static async Task<IntakeId> OfAsync(SpooledPost post, CancellationToken cancellationToken) =>
        IntakeId.Of(await post.HashAsync(ReadOnlyMemory<byte>.Empty, cancellationToken));

    // Each part is hashed by itself, so that no two mails agree by moving a border between parts.
    private static void Append(IncrementalHash hash, string part) =>
        hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(part)));

    private static async Task AppendAsync(IncrementalHash hash, InboundAttachment file, CancellationToken cancellationToken)
    {
        await using var bytes = file.Open();
        hash.AppendData(await SHA256.HashDataAsync(bytes, cancellationToken));
    }
}
