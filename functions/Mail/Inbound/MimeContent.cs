using System.Text;
using MimeKit;
using MimeKit.Text;

namespace ServerlessParty.Mail.Inbound;

/// <summary>Walks through a mail and sorts its parts into text and files.</summary>
/// <param name="post">Takes what must be unpacked to be read.</param>
internal sealed class MimeContent(SpooledPost post)
{
    private readonly StringBuilder _plain = new();
    private readonly List<InboundAttachment> _files = [];
    private string _html = "";

    public string Text => BodyText.Of(_plain.ToString(), _html);

    /// <summary>The files, in order; those of mails attached stand in place of these mails.</summary>
    public IReadOnlyList<InboundAttachment> Files => BodyText.MarkShown(_files, _html);

    /// <param name="opens">Whether mails attached to this one are opened; those within them never are.</param>
    public async Task ReadAsync(MimeEntity? part, bool opens, CancellationToken cancellationToken)
    {
        switch (part)
        {
            case Multipart multipart:
                foreach (var child in multipart)
                {
                    await ReadAsync(child, opens, cancellationToken);
                }

                break;
            case TextPart text when IsBody(text):
                await ReadTextAsync(text, cancellationToken);
                break;
            case MessagePart mail:
                await ReadMailAsync(mail, opens, cancellationToken);
                break;
            case MimePart file:
                await ReadFileAsync(file, opens, cancellationToken);
                break;
        }
    }

    private static bool IsBody(TextPart text) =>
        !text.IsAttachment && string.IsNullOrEmpty(text.FileName) && text.ContentType.MediaSubtype.ToLowerInvariant() is "plain" or "html";

    private async Task ReadTextAsync(TextPart part, CancellationToken cancellationToken)
    {
        if (part.IsHtml ? _html.Length > 0 : _plain.Length >= InboundMail.MaxText)
        {
            return;
        }

        var decoded = Charsets.Decode(await HeadAsync(part, cancellationToken), part.ContentType.Charset);
        if (part.IsHtml)
        {
            _html = decoded;
        }
        else
        {
            _plain.Append(part.IsFlowed ? Unflowed(part, decoded) : decoded).Append('\n');
        }
    }

    private async Task ReadMailAsync(MessagePart part, bool opens, CancellationToken cancellationToken)
    {
        var inner = new MimeContent(post);
        if (opens)
        {
            await inner.ReadAsync(part.Message?.Body, opens: false, cancellationToken);
        }

        var name = part.ContentDisposition?.FileName ?? part.ContentType.Name ?? $"{part.Message?.Subject}.eml";
        Add(inner, Attachment(part, name, 0, () => Unpacked(part.Message)));
    }

    private async Task ReadFileAsync(MimePart part, bool opens, CancellationToken cancellationToken)
    {
        var inner = new MimeContent(post);
        if (opens && AttachedMail.IsOne(part.ContentType.MimeType, part.FileName))
        {
            var mail = Unpacked(part);
            inner = await AttachedMail.ReadAsync(mail, post, cancellationToken);
        }

        Add(inner, Attachment(part, part.FileName, SizeOf(part), () => part.Content?.Open() ?? Stream.Null));
    }

    private void Add(MimeContent opened, InboundAttachment otherwise)
    {
        var files = opened.Files;
        _files.AddRange(files.Count > 0 ? files : [otherwise]);
    }

    private static InboundAttachment Attachment(MimeEntity part, string? name, long size, Func<Stream> open) => new(
        HeadReader.OneLine(name, InboundAttachment.MaxName), part.ContentType.MimeType.ToLowerInvariant(), part.ContentId,
        IsShown: false, part.ContentDisposition is { IsAttachment: false }, size, open);

    private static long SizeOf(MimePart part) => part.Content?.Stream is not { } stream ? 0
        : part.Content.Encoding is ContentEncoding.Base64 ? stream.Length * 3 / 4 : stream.Length;

    private static async Task<byte[]> HeadAsync(MimePart part, CancellationToken cancellationToken)
    {
        if (part.Content is not { } content)
        {
            return [];
        }

        var bytes = new byte[BodyText.MaxBytes];
        await using var stream = content.Open();
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return bytes[..read];
    }

    private static string Unflowed(TextPart part, string text)
    {
        var deletes = string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase);
        return new FlowedToText { DeleteSpace = deletes }.Convert(text);
    }

    private Stream Unpacked(MimePart part)
    {
        var file = post.Scratch();
        part.Content?.DecodeTo(file);
        file.Position = 0;
        return file;
    }

    private Stream Unpacked(MimeMessage? message)
    {
        var file = post.Scratch();
        message?.WriteTo(file);
        file.Position = 0;
        return file;
    }
}
