using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>What the guard established, for endpoints and pages.</summary>
public static class CallerExtensions
{
    private static readonly object CallerKey = new();
    private static readonly object BranchKey = new();

    /// <summary>Who is asking; null on public routes without a session.</summary>
    public static Caller? Caller(this HttpContext context) => context.Items[CallerKey] as Caller;

    /// <summary>The branch the route may answer for: the unit asked for, or the caller's scope; null means everything.</summary>
    public static OrganizationId? Branch(this HttpContext context) => context.Items[BranchKey] as OrganizationId?;

    /// <summary>The caller's name for the audit trail.</summary>
    public static string Actor(this HttpContext context) =>
        context.Caller()?.Name ?? throw new InvalidOperationException("The route did not ask for a caller.");

    internal static void SetCaller(this HttpContext context, Caller caller) => context.Items[CallerKey] = caller;

    internal static void SetBranch(this HttpContext context, OrganizationId? branch) => context.Items[BranchKey] = branch;
}
