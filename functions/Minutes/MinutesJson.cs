using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Forms;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes;

/// <summary>Minutes as the API shows them.</summary>
/// <param name="Channel"><c>web</c>, <c>mail</c> or <c>api</c>.</param>
/// <param name="SameBytesAt">Minutes of other units of the reader's branch that hold the very same bytes.</param>
/// <param name="SameBytesElsewhere">Whether units that the reader may not see hold them too.</param>
internal sealed record MinutesJson(
    string Id,
    string OrganizationId,
    string Kind,
    string Period,
    DateOnly? MeetingDate,
    int Version,
    string Sha256,
    long Size,
    string Type,
    string FileName,
    string State,
    DateTimeOffset ReceivedAt,
    string ReceivedBy,
    string Channel,
    MinutesForm? Form,
    IReadOnlyList<FormalitySignal> Signals,
    IReadOnlyList<string> SameBytesAt,
    bool SameBytesElsewhere,
    IReadOnlyList<ObligationJson>? StillOwed = null)
{
    public static MinutesJson Of(MeetingMinutes minutes, SharedBytes shared) => new(
        minutes.Id.ToString(),
        minutes.Id.Key.Organization.Value,
        minutes.Id.Key.Kind.Value,
        minutes.Id.Key.Period.Value,
        minutes.MeetingDate,
        minutes.Id.Version,
        minutes.Sha256,
        minutes.Size,
        minutes.Type.MediaType(),
        minutes.FileName,
        minutes.State.ToString(),
        minutes.ReceivedAt,
        minutes.ReceivedBy,
        minutes.Channel.ToString().ToLowerInvariant(),
        minutes.Form,
        minutes.Signals ?? [],
        [.. shared.Seen.Select(id => id.ToString())],
        shared.IsElsewhere);
}

/// <summary>Minutes as a list of the API shows them.</summary>
internal sealed record MinutesItemJson(
    string Id,
    string OrganizationId,
    string Kind,
    string Period,
    DateOnly? MeetingDate,
    int Version,
    long Size,
    string Type,
    string FileName,
    string State,
    DateTimeOffset ReceivedAt)
{
    public static MinutesItemJson Of(MinutesItem item) => new(
        item.Id.ToString(),
        item.Id.Key.Organization.Value,
        item.Id.Key.Kind.Value,
        item.Id.Key.Period.Value,
        item.MeetingDate,
        item.Id.Version,
        item.Size,
        item.MediaType,
        item.FileName,
        item.State.ToString(),
        item.ReceivedAt);
}

/// <summary>A list as the API shows it; <paramref name="Next"/> is null on the last page.</summary>
internal sealed record MinutesListJson(IReadOnlyList<MinutesItemJson> Items, string? Next);
