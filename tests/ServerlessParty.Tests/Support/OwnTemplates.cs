using ServerlessParty.Mail.Templates;

namespace ServerlessParty.Tests.Support;

/// <summary>The store's own texts in memory; none unless a test sets one.</summary>
internal sealed class OwnTemplates : ILetterTemplates
{
    private readonly Dictionary<(string Kind, string Language), ReadyTemplate> _texts = [];

    public void Set(LetterKind kind, string language, string subject, string body) =>
        _texts[(kind.Id, language)] = ReadyTemplate.Of(kind, new(subject, body))
            ?? throw new InvalidOperationException("The template is refused.");

    public Task<ReadyTemplate?> OwnAsync(LetterKind kind, string language, CancellationToken cancellationToken) =>
        Task.FromResult(_texts.GetValueOrDefault((kind.Id, language)));
}
