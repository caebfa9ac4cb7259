namespace ServerlessParty.Mail.Inbound;

/// <summary>Reads a delivery of SendGrid's Inbound Parse, in both its forms: fields taken apart, or the mail as it travelled (<c>send_raw</c>).</summary>
public static class InboundMailReader
{
    /// <summary>The mail, reading from <paramref name="post"/> for as long as that lives; null when the post cannot be read.</summary>
    public static async Task<InboundMail?> TryReadAsync(SpooledPost post, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(post, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException))
        {
            // Whatever strangers' bytes do to a parser, their mail is kept and a person looks; a disk that fails is another matter.
            return null;
        }
    }

    private static async Task<InboundMail?> ReadAsync(SpooledPost post, CancellationToken cancellationToken)
    {
        if (await PostedForm.TryReadAsync(post.Rewind(), post.ContentType, cancellationToken) is not { } form)
        {
            return null;
        }

        var fields = await FormTexts.ReadAsync(form, cancellationToken);
        var envelope = FormJson.Envelope(fields["envelope"]);
        var checks = SenderCheckFields.Read(fields["SPF"], fields["dkim"]);
        return form.Find("email") is { } raw
            ? await RawAsync(raw, post, envelope, checks, cancellationToken)
            : await new ParsedForm(form, fields, post).ReadAsync(envelope, checks, cancellationToken);
    }

    private static async Task<InboundMail?> RawAsync(
        FormField raw, SpooledPost post, MailEnvelope envelope, SenderChecks checks, CancellationToken cancellationToken)
    {
        if (await MimeMail.TryParseAsync(raw.Open(), cancellationToken) is not { } message)
        {
            return null;
        }

        var content = new MimeContent(post);
        await content.ReadAsync(message.Body, opens: true, cancellationToken);
        return new(envelope, HeadReader.Read(message.Headers), checks, content.Text, content.Files);
    }
}
