namespace ServerlessParty.Mail.Inbound;

/// <summary>The text fields of a post, each decoded by the charset that <c>charsets</c> gives it.</summary>
internal sealed class FormTexts
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);

    private FormTexts()
    {
    }

    /// <summary>Null when there is no such field.</summary>
    public string? this[string name] => _texts.GetValueOrDefault(name);

    public static async Task<FormTexts> ReadAsync(PostedForm form, CancellationToken cancellationToken)
    {
        var texts = new FormTexts();
        var charsets = FormJson.Pairs(await TextAsync(form.Find("charsets"), "utf-8", cancellationToken));
        foreach (var name in (string[])["headers", "dkim", "content-ids", "from", "subject", "text", "html", "envelope", "attachment-info", "SPF"])
        {
            if (await TextAsync(form.Find(name), charsets.GetValueOrDefault(name), cancellationToken) is { } text)
            {
                texts._texts[name] = text;
            }
        }

        return texts;
    }

    private static async Task<string?> TextAsync(FormField? field, string? charset, CancellationToken cancellationToken) =>
        field is null ? null : Charsets.Decode(await field.HeadAsync(BodyText.MaxBytes, cancellationToken), charset);
}
