namespace ServerlessParty.Mail.Inbound;

/// <summary>What became of a mail. Only <see cref="Received"/> is not an end; a person may decide on one in <see cref="Triage"/> or <see cref="Refused"/>.</summary>
public enum IntakeState
{
    /// <summary>Durable, and nothing decided: the next run goes on with it.</summary>
    Received,

    /// <summary>Its documents were handed in.</summary>
    Filed,

    /// <summary>A person has to say whose it is, or what to do with it.</summary>
    Triage,

    /// <summary>None of its documents was taken.</summary>
    Refused,

    /// <summary>A person laid it aside, with a reason.</summary>
    Discarded,
}

/// <summary>One mail that came in, and what became of it. Holds no more of it than a person needs to decide.</summary>
/// <param name="ReceivedAt">When it was first stored (UTC).</param>
/// <param name="Sender">The author's address, else the envelope's; null when there is none or it was not kept.</param>
/// <param name="Files">Names of its files, at most <see cref="MaxFiles"/>.</param>
/// <param name="IsKept">Whether the mail itself is kept; false after a mark of secrecy was found.</param>
/// <param name="Version">What a conditional write compares; opaque, empty for a mail not yet stored.</param>
public sealed record IntakeMail(
    IntakeId Id,
    IntakeState State,
    DateTimeOffset ReceivedAt,
    string? Sender,
    string Subject,
    IReadOnlyList<string> Files,
    IntakeOutcome Outcome,
    bool IsKept = true,
    string Version = "")
{
    /// <summary>The most names of files that are noted.</summary>
    public const int MaxFiles = 30;

    /// <summary>A mail that just came in.</summary>
    /// <param name="mail">Null for a post that cannot be read.</param>
    public static IntakeMail Of(IntakeId id, InboundMail? mail, DateTimeOffset receivedAt) => new(
        id,
        IntakeState.Received,
        receivedAt,
        mail?.Head.From ?? (mail?.Envelope.From is { Length: > 0 and <= EmailAddress.MaxLength } from ? from : null),
        mail?.Head.Subject ?? "",
        [.. (mail?.Attachments ?? []).Take(MaxFiles).Select(a => a.Name)],
        IntakeOutcome.None);

    /// <summary>The same without anything that the mail said: only time, name and outcome stay.</summary>
    public IntakeMail Emptied() => this with { Sender = null, Subject = "", Files = [], IsKept = false };
}

/// <summary>What was decided, and by whom.</summary>
public sealed record IntakeOutcome
{
    /// <summary>The most characters of a note.</summary>
    public const int MaxNote = 500;

    public static IntakeOutcome None { get; } = new();

    /// <summary>A stable word that says why the mail is where it is; null where the state says it all.</summary>
    public string? Reason { get; init; }

    /// <summary>The unit it was filed for; opaque here.</summary>
    public string? Unit { get; init; }

    /// <summary>What its documents became; opaque here.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    public IReadOnlyList<IntakeRefusal> Refusals { get; init; } = [];

    /// <summary>When a person decided (UTC); null when none did.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>That person's stable reference.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>What that person said; at most <see cref="MaxNote"/> characters.</summary>
    public string? Note { get; init; }
}

/// <summary>A file that was not taken.</summary>
/// <param name="Code">A stable word.</param>
/// <param name="File">Its name; empty when it was not kept.</param>
/// <param name="Of">What it repeats, where it does; opaque here, without <c>|</c>.</param>
public sealed record IntakeRefusal(string Code, string File, string? Of = null);
