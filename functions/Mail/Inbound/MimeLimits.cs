using MimeKit;

namespace ServerlessParty.Mail.Inbound;

/// <summary>
/// Reads through a mail without building it and stops at one of too many parts or headers: a mail of a few megabytes can hold
/// millions of them, each an object later.
/// </summary>
internal sealed class MimeLimits(Stream mail) : MimeReader(Parsing, mail, MimeFormat.Entity)
{
    private const int MaxParts = 500;
    private const int MaxHeaders = 5_000;

    private int _parts;
    private int _headers;

    /// <summary>Deeper parts are left as they are, as files.</summary>
    public static ParserOptions Parsing { get; } = new() { MaxMimeDepth = 30 };

    protected override Task OnHeaderReadAsync(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        Count(ref _headers, MaxHeaders);
        return Task.CompletedTask;
    }

    protected override Task OnMimePartBeginAsync(
        ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        Count(ref _parts, MaxParts);
        return Task.CompletedTask;
    }

    protected override Task OnMultipartBeginAsync(
        ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        Count(ref _parts, MaxParts);
        return Task.CompletedTask;
    }

    private static void Count(ref int count, int most)
    {
        if (++count > most)
        {
            throw new InvalidDataException("A mail of too many parts.");
        }
    }
}
