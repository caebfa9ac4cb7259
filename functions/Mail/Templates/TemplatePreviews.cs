using System.Globalization;

namespace ServerlessParty.Mail.Templates;

/// <summary>A letter as it would leave.</summary>
/// <param name="IsSample">Whether the unit is made up, since the store has none.</param>
public sealed record PreviewedLetter(string Subject, string Text, string Html, bool IsSample);

/// <summary>Writes letters of some kinds as they would leave, about a unit of the store; sends nothing and makes no link that works.</summary>
public interface ITemplatePreviews
{
    IReadOnlyList<LetterKind> Kinds { get; }

    Task<PreviewedLetter> RunAsync(
        LetterKind kind, ReadyTemplate template, CultureInfo culture, CancellationToken cancellationToken);
}

/// <summary>Shows letters of events.</summary>
public sealed class EventLetterPreview(LetterHtml html)
{
    /// <summary>Stands where a letter has its link; leads nowhere.</summary>
    public static Uri Link { get; } = new("https://example.org/lien-ket");

    public async Task<PreviewedLetter> RunAsync(
        EventMail mail, ReadyTemplate template, IReadOnlyDictionary<string, string> values, CultureInfo culture, bool isSample)
    {
        var written = template.Write(mail, values);
        var body = await html.RenderAsync<EventLetterHtml>(new()
        {
            [nameof(EventLetterHtml.Mail)] = written,
            [nameof(EventLetterHtml.Language)] = culture.TwoLetterISOLanguageName,
        });
        return new(written.Subject, written.ToText(), body, isSample);
    }
}
