using System.Collections.Concurrent;

namespace ServerlessParty.Mail.Templates;

/// <summary>
/// Finds the store's own texts: one read a minute for all letters, so that sending costs nothing more. A text that cannot be
/// used, since stored data was harmed or a field went out of use, gives way to the shipped one, and is told.
/// </summary>
public sealed partial class LetterTemplates(ITemplateStore store, TimeProvider time, ILogger<LetterTemplates> logger) : ILetterTemplates
{
    /// <summary>How long another instance may still use the text before.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private volatile Known? _known;

    public async Task<ReadyTemplate?> OwnAsync(LetterKind kind, string language, CancellationToken cancellationToken)
    {
        if (_known is not { } known || time.GetElapsedTime(known.ReadAt) > KeptFor)
        {
            var all = await store.AllAsync(cancellationToken);
            _known = known = new(
                time.GetTimestamp(),
                all.Where(t => t.Template is not null).ToDictionary(t => (t.Kind, t.Language), t => t.Template!));
        }

        return known.Texts.TryGetValue((kind.Id, language), out var own)
            ? known.Ready.GetOrAdd((kind.Id, language), _ => ReadyOf(kind, language, own)) : null;
    }

    /// <summary>What was just changed here holds at once.</summary>
    public void Forget() => _known = null;

    private ReadyTemplate? ReadyOf(LetterKind kind, string language, LetterTemplate own)
    {
        var ready = ReadyTemplate.Of(kind, own);
        if (ready is null)
        {
            LogUnusable(logger, kind.Id, language);
        }

        return ready;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored text of the letter {Kind} ({Language}) cannot be used, so that the shipped one is sent.")]
    private static partial void LogUnusable(ILogger logger, string kind, string language);

    private sealed record Known(long ReadAt, IReadOnlyDictionary<(string Kind, string Language), LetterTemplate> Texts)
    {
        /// <summary>Checked and taken apart when first used; null: it cannot be used.</summary>
        public ConcurrentDictionary<(string Kind, string Language), ReadyTemplate?> Ready { get; } = new();
    }
}
