using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Photos;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>Hands one document in, as every way in does.</summary>
public delegate Task<ReceivedMinutes> HandInMinutes(HandIn handIn, CancellationToken cancellationToken);

/// <summary>Looks at a document without keeping it.</summary>
public delegate Task<CheckedContent> CheckDocument(SpooledFile file, CancellationToken cancellationToken);

/// <summary>Makes one document of photographed pages, in their order; the same photos give the same bytes.</summary>
public delegate Task<JoinedPhotos> JoinPhotos(
    IReadOnlyList<Stream> photos, string? fileName, CancellationToken cancellationToken);

/// <summary>What to do about a refusal, as a sentence in the current language.</summary>
/// <param name="code">One of <see cref="MinutesRefusals"/>.</param>
public delegate string RefusalSentence(string code);

/// <summary>Where a mark of state secrecy is looked for before anybody opens a document.</summary>
/// <param name="InName">Whether a subject or a file's name carries one.</param>
/// <param name="InText">Whether a line of a text is one.</param>
public sealed record SecretMarks(Func<string, bool> InName, Func<string, bool> InText);
