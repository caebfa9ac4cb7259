using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>A mail that came in, as the API shows it.</summary>
/// <param name="Reason">Why it waits for a person, as a stable word.</param>
internal sealed record IntakeJson(
    string Id,
    string State,
    DateTimeOffset ReceivedAt,
    string? Sender,
    string Subject,
    IReadOnlyList<string> Files,
    string? Reason,
    string? OrganizationId,
    IReadOnlyList<string> Minutes,
    IReadOnlyList<IntakeRefusalJson> Refusals,
    bool IsKept,
    DateTimeOffset? DecidedAt,
    string? DecidedBy,
    string? Note)
{
    public static IntakeJson Of(IntakeMail mail) => new(
        mail.Id.Value,
        mail.State.ToString(),
        mail.ReceivedAt,
        mail.Sender,
        mail.Subject,
        mail.Files,
        mail.Outcome.Reason,
        mail.Outcome.Unit,
        mail.Outcome.Documents,
        [.. mail.Outcome.Refusals.Select(IntakeRefusalJson.Of)],
        mail.IsKept,
        mail.Outcome.DecidedAt,
        mail.Outcome.DecidedBy,
        mail.Outcome.Note);
}

/// <param name="Original">The minutes that the file repeats.</param>
internal sealed record IntakeRefusalJson(string Code, string File, string? Original)
{
    public static IntakeRefusalJson Of(IntakeRefusal refusal) => new(refusal.Code, refusal.File, refusal.Of);
}

/// <summary>A list as the API shows it; <paramref name="Next"/> is null on the last page.</summary>
internal sealed record IntakeListJson(IReadOnlyList<IntakeJson> Items, string? Next);

/// <summary>A mail with what is in it.</summary>
/// <param name="Candidates">Ids of units that it may be of.</param>
internal sealed record IntakeViewJson(
    IntakeJson Mail,
    bool IsReadable,
    bool IsVerified,
    string Text,
    IReadOnlyList<IntakeFileJson> Attachments,
    IReadOnlyList<string> Candidates,
    string? ProposedKind,
    string? ProposedPeriod)
{
    public static IntakeViewJson Of(IntakeView view) => new(
        IntakeJson.Of(view.Mail),
        view.IsReadable,
        view.IsVerified,
        view.Text,
        [.. view.Files.Select(f => new IntakeFileJson(f.Number, f.Name, f.Size, f.Use.ToString()))],
        [.. view.Candidates.Select(u => u.Id.Value)],
        view.Proposal?.Kind.Value,
        view.Proposal?.Period.Value);
}

/// <param name="Number">1 for the first.</param>
/// <param name="Size">In bytes, close to it for an encoded file.</param>
internal sealed record IntakeFileJson(int Number, string Name, long Size, string Use);

/// <param name="OrganizationId">An id, or an official code.</param>
/// <param name="Files">Numbers of files; null leaves the choice to what they are.</param>
internal sealed record AssignmentJson(string? OrganizationId, string? Kind, string? Period, IReadOnlyList<int>? Files);

internal sealed record DiscardJson(string? Reason);
