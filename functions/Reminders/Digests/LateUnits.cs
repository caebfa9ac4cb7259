namespace ServerlessParty.Reminders.Digests;

/// <summary>A unit and the late ones right below it, the most late first.</summary>
/// <param name="Units">At most <see cref="DigestContent.MostUnits"/>.</param>
public sealed record WatchedBranch(string Name, IReadOnlyList<LateUnit> Units)
{
    /// <summary>How many late units there are beyond those named.</summary>
    public int More { get; init; }

    /// <summary>The page that shows all of them; null where none is named.</summary>
    public Uri? All { get; init; }
}

/// <summary>A unit that its superior is to chase.</summary>
public sealed record LateUnit(string Name, string? Phone, IReadOnlyList<OwedPaper> Papers)
{
    /// <summary>The unit's page, for those who may sign in.</summary>
    public Uri? Page { get; init; }

    /// <summary>Set when letters do not reach the unit's secretary.</summary>
    public CallNote? Call { get; init; }
}

/// <summary>What to do about a unit that letters do not reach.</summary>
/// <param name="Secretary">The name; may be empty.</param>
/// <param name="Message">Ready to be copied into Zalo; holds the unit's one-tap link.</param>
public sealed record CallNote(string Secretary, string Message);

/// <summary>How much is late below a unit whose secretary has the list of it.</summary>
/// <param name="MostDaysLate">Of the paper that is late for longest.</param>
/// <param name="Page">The board of that branch, for those who may sign in.</param>
public sealed record BranchTotal(string Name, int Units, int Papers, int MostDaysLate, Uri Page);
