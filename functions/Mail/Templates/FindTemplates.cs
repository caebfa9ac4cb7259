using System.Globalization;

namespace ServerlessParty.Mail.Templates;

/// <summary>The text of a kind of letter in one language, as it stands.</summary>
/// <param name="Template">The store's own text, else the shipped one.</param>
/// <param name="Change">Who changed it last; null when nobody ever did.</param>
public sealed record LetterWording(LetterKind Kind, string Language, LetterTemplate Template, StoredTemplate? Change)
{
    public bool IsShipped => Change?.Template is null;

    /// <summary>What a change must be made from; empty before the first.</summary>
    public string Version => Change?.Version ?? "";

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);
}

/// <summary>Lists the letters whose text can be changed, and shows them.</summary>
public sealed class FindTemplates(ITemplateStore store, IEnumerable<ITemplatePreviews> previews)
{
    public static IReadOnlyList<string> Languages { get; } = ["vi", "en"];

    private readonly IReadOnlyList<ITemplatePreviews> _previews = [.. previews];

    public async Task<IReadOnlyList<LetterWording>> AllAsync(CancellationToken cancellationToken)
    {
        var stored = (await store.AllAsync(cancellationToken)).ToDictionary(t => (t.Kind, t.Language));
        return
        [
            .. from kind in _previews.SelectMany(p => p.Kinds)
               from language in Languages
               let change = stored.GetValueOrDefault((kind.Id, language))
               select new LetterWording(
                   kind, language, change?.Template ?? kind.Shipped(CultureInfo.GetCultureInfo(language)), change),
        ];
    }

    /// <returns>Null when there is no such kind or language.</returns>
    public async Task<LetterWording?> FindAsync(string kind, string language, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(w => w.Kind.Id == kind && w.Language == language);

    /// <returns>Null when the template is refused.</returns>
    public async Task<PreviewedLetter?> PreviewAsync(
        LetterWording wording, LetterTemplate template, CancellationToken cancellationToken) =>
        ReadyTemplate.Of(wording.Kind, template) is { } ready
            ? await _previews.First(p => p.Kinds.Contains(wording.Kind)).RunAsync(wording.Kind, ready, wording.Culture, cancellationToken)
            : null;
}
