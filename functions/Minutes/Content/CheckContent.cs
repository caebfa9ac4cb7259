namespace ServerlessParty.Minutes.Content;

/// <summary>Decides by the bytes of a file whether it may be kept. Keeps nothing itself.</summary>
public sealed class CheckContent
{
    /// <param name="file">The file, on the local disk; also its name is looked at for a mark of secrecy.</param>
    public async Task<CheckedContent> RunAsync(SpooledFile file, CancellationToken cancellationToken)
    {
        var head = new byte[5];
        var read = await file.Rewind().ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return read == head.Length && head.AsSpan().SequenceEqual("%PDF-"u8)
            ? new CheckedContent.Fine(DocumentType.Pdf, null)
            : new CheckedContent.Refused(MinutesRefusals.Type);
    }
}

/// <summary>What a check found.</summary>
public abstract record CheckedContent
{
    private CheckedContent()
    {
    }

    /// <summary>It may be kept.</summary>
    /// <param name="Text">What can be read in it, one paragraph or cell a line; null where nothing can (a photo, a scan).</param>
    public sealed record Fine(DocumentType Type, string? Text) : CheckedContent;

    /// <summary>It may not; <paramref name="Code"/> is one of <see cref="MinutesRefusals"/>.</summary>
    public sealed record Refused(string Code) : CheckedContent;
}
