namespace ServerlessParty.Organizations;

/// <summary>One unit of the tree, as its dossier holds it.</summary>
/// <param name="Code">The official code (<c>38.168.053.000.001</c>), if it has one; carries no meaning here.</param>
/// <param name="ParentId">The immediate superior; null for a root. Parent pointers alone decide who may see the unit.</param>
/// <param name="ValidFrom">The first day the unit exists, inclusive; null when not known.</param>
/// <param name="ValidTo">The last day the unit exists, inclusive; null while it is not closed.</param>
/// <param name="Successors">The units that took over when this one closed; none to several.</param>
/// <param name="LinkEpoch">Links signed under a lower epoch are dead; raised when a contact is replaced.</param>
public sealed record Organization(
    OrganizationId Id,
    string? Code,
    string Name,
    KindCode Kind,
    OrganizationId? ParentId,
    Contacts Contacts,
    MemberCounts Members,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    IReadOnlyList<OrganizationId>? Successors = null,
    int LinkEpoch = 0)
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The most characters of an official code.</summary>
    public const int MaxCodeLength = 40;

    /// <summary>The most levels of the tree, the root being the first: five are usual, and the path of ids must fit a storage key.</summary>
    public const int MaxDepth = 12;

    public bool IsClosed => ValidTo is not null;

    /// <summary>Whether the unit exists on <paramref name="day"/>, both ends inclusive.</summary>
    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}

/// <summary>Members of a unit by standing, each zero or more.</summary>
/// <param name="Exempt">Exempt from work and activities; part of the official members.</param>
public sealed record MemberCounts(int Official, int Probationary, int Exempt)
{
    public static MemberCounts None { get; } = new(0, 0, 0);

    /// <summary>The largest count accepted for one unit.</summary>
    public const int Max = 10_000_000;

    public int Total => Official + Probationary;
}
