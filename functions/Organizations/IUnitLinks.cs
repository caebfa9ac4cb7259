namespace ServerlessParty.Organizations;

/// <summary>Makes the one-tap link of a unit; declared here since letters of several capabilities carry it, filled by <c>Access/</c>.</summary>
public interface IUnitLinks
{
    /// <summary>A link to the unit's own page that dies 30 days after <paramref name="dueOn"/> or when the unit's link epoch is raised.</summary>
    Task<Uri> CreateAsync(OrganizationId organization, int linkEpoch, DateOnly dueOn, CancellationToken cancellationToken);

    /// <summary>A page of the product, for those who may sign in; the link itself opens nothing.</summary>
    /// <param name="path">Without a leading slash: <c>organizations/a</c>, <c>?under=a</c>.</param>
    Uri PageAt(string path);
}
