namespace ServerlessParty.Obligations;

/// <summary>An obligation as the API shows it.</summary>
public sealed record ObligationJson(
    string OrganizationId,
    string Kind,
    string Period,
    DateOnly DueOn,
    string State,
    DateOnly ArmedOn,
    DateOnly? ReceivedOn,
    string? Comment,
    int DaysLate)
{
    public static ObligationJson Of(Obligation obligation, DateOnly today) => new(
        obligation.Key.Organization.Value,
        obligation.Key.Kind.Value,
        obligation.Key.Period.Value,
        obligation.DueOn,
        obligation.State.ToString(),
        obligation.ArmedOn,
        obligation.ReceivedOn,
        obligation.Comment,
        obligation.DaysLate(today));
}

/// <summary>A list as the API shows it; <paramref name="Next"/> is null on the last page.</summary>
public sealed record ObligationListJson(IReadOnlyList<ObligationJson> Items, string? Next);

public sealed record SubmissionJson(DateOnly? ReceivedOn, string? Note);

public sealed record ExtensionJson(DateOnly? DueOn, string? Reason);

public sealed record WaiverJson(string? Reason);

public sealed record ReturnJson(string? Comment);

public sealed record ClosureJson(DateOnly? ClosedOn, IReadOnlyList<string>? SuccessorIds, string? Reason);

public sealed record ClosedJson(string OrganizationId, DateOnly? ClosedOn, IReadOnlyList<string> SuccessorIds);
