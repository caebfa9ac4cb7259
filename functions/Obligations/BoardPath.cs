using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>The way from the top of what a reader may see down to a unit, for breadcrumbs.</summary>
public sealed class BoardPath(IOrganizations organizations)
{
    /// <param name="scope">The highest unit the reader may see; null: all.</param>
    /// <returns>The units above <paramref name="unit"/>, from the top down, without itself.</returns>
    public async Task<IReadOnlyList<Organization>> RunAsync(
        OrganizationId? unit, OrganizationId? scope, CancellationToken cancellationToken)
    {
        if (unit is not { } id || id == scope)
        {
            return [];
        }

        var above = await organizations.AncestorsAsync(id, cancellationToken);
        var visible = scope is { } top ? above.TakeWhile(a => a != top).Append(top).ToList() : [.. above];
        var units = await organizations.FindManyAsync(visible, cancellationToken);
        return [.. visible.AsEnumerable().Reverse().Where(units.ContainsKey).Select(a => units[a])];
    }
}
