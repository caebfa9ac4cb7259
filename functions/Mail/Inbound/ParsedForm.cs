using System.Text;
using MimeKit;

namespace ServerlessParty.Mail.Inbound;

/// <summary>The form in which the carrier took the mail apart: texts as fields, files as <c>attachment1</c>, <c>attachment2</c> …</summary>
internal sealed class ParsedForm(PostedForm form, FormTexts fields, SpooledPost post)
{
    private readonly IReadOnlyDictionary<string, FileInfoField> _infos = FormJson.Files(fields["attachment-info"]);

    private readonly ILookup<string, string> _contentIds =
        FormJson.Pairs(fields["content-ids"]).ToLookup(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);

    public async Task<InboundMail> ReadAsync(
        MailEnvelope envelope, SenderChecks checks, CancellationToken cancellationToken)
    {
        var html = fields["html"] ?? "";
        return new(
            envelope,
            HeadReader.Read(await HeadersAsync(cancellationToken), fields["subject"]),
            checks,
            BodyText.Of(fields["text"] ?? "", html),
            BodyText.MarkShown(await FilesAsync(cancellationToken), html));
    }

    /// <summary>The block of headers; without one the author is taken from the field that repeats the header.</summary>
    private async Task<HeaderList> HeadersAsync(CancellationToken cancellationToken)
    {
        var block = Encoding.UTF8.GetBytes((fields["headers"] ?? "").TrimEnd() + "\r\n\r\n");
        var headers = await MimeMail.HeadersAsync(new MemoryStream(block), cancellationToken);
        if (!headers.Contains(HeaderId.From) && HeadReader.OneLine(fields["from"], MailHead.MaxSubject) is { Length: > 0 } from)
        {
            headers.Add(HeaderId.From, Encoding.UTF8, from);
        }

        return headers;
    }

    private async Task<IReadOnlyList<InboundAttachment>> FilesAsync(CancellationToken cancellationToken)
    {
        var files = new List<InboundAttachment>();
        foreach (var field in form.Files)
        {
            var file = Attachment(field);
            var inner = AttachedMail.IsOne(file.MediaType, file.Name)
                ? (await AttachedMail.ReadAsync(field.Open(), post, cancellationToken)).Files
                : [];
            files.AddRange(inner.Count > 0 ? inner : [file]);
        }

        return files;
    }

    private InboundAttachment Attachment(FormField field)
    {
        var info = _infos.GetValueOrDefault(field.Name);
        var name = (string?[])[info?.FileName, info?.Name, field.FileName];
        var type = (info?.Type is { Length: > 0 } said ? said : field.ContentType ?? "").Split(';')[0].Trim();
        var id = (info?.ContentId is { Length: > 0 } given ? given : _contentIds[field.Name].FirstOrDefault())?.Trim('<', '>');
        return new(
            HeadReader.OneLine(Decoded(Array.Find(name, n => !string.IsNullOrEmpty(n))), InboundAttachment.MaxName),
            type.ToLowerInvariant(), id, IsShown: false, IsInline: id is not null, field.Length, field.Open);
    }

    /// <summary>Some names are passed on as they travelled, as encoded words.</summary>
    private static string? Decoded(string? name) =>
        name is null ? null : MimeKit.Utils.Rfc2047.DecodeText(MimeLimits.Parsing, Encoding.UTF8.GetBytes(name));
}
