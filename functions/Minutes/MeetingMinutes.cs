using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Forms;

namespace ServerlessParty.Minutes;

/// <summary>How far minutes are; follows the obligation they were handed in for.</summary>
public enum MinutesState
{
    /// <summary>Came in, nobody judged it yet.</summary>
    Received,

    /// <summary>The superior took it as it is.</summary>
    Accepted,

    /// <summary>The superior asked for more; a later version may follow.</summary>
    Returned,
}

/// <summary>How minutes came in.</summary>
public enum MinutesChannel
{
    Web,
    Mail,
    Api,
}

/// <summary>The record of one meeting as one unit handed it in: one version of one document. Its bytes never change.</summary>
/// <param name="MeetingDate">The day of the meeting, a civil day in Vietnam; null when nobody said.</param>
/// <param name="Sha256">Of the bytes as received, lower-case hex, 64 characters.</param>
/// <param name="Size">In bytes, 1 to <see cref="SpooledFile.MaxBytes"/>.</param>
/// <param name="FileName">As <see cref="FileNames.Clean"/> made it.</param>
/// <param name="ReceivedAt">When the bytes were whole (UTC).</param>
/// <param name="ReceivedBy">Who handed it in: the actor of the audit trail, never an address.</param>
/// <param name="Form">The fields, when the form was filled in or the document says them; null otherwise.</param>
/// <param name="Signals">What a reviewer may want to look at; never a reason to refuse.</param>
/// <param name="Sketch">What the text is like, to find near-identical ones; null where there is no text.</param>
public sealed record MeetingMinutes(
    MinutesId Id,
    DateOnly? MeetingDate,
    string Sha256,
    long Size,
    DocumentType Type,
    string FileName,
    MinutesState State,
    DateTimeOffset ReceivedAt,
    string ReceivedBy,
    MinutesChannel Channel,
    MinutesForm? Form = null,
    IReadOnlyList<FormalitySignal>? Signals = null,
    TextSketch? Sketch = null);
