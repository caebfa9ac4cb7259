namespace ServerlessParty.Organizations;

/// <summary>A unit to show things on.</summary>
/// <param name="IsSample">Whether it is made up, since the store has none.</param>
public sealed record PreviewUnit(Organization Unit, bool IsSample)
{
    /// <summary>So many units are looked at for one that stands under another and has an address.</summary>
    private const int MaxLooked = 300;

    private static readonly Organization Sample = new(
        OrganizationId.Parse("vi-du"), null, "Chi bộ thôn Mẫu", KindCode.Parse("Cell"), null,
        new Contacts(new Contact("Nguyễn Văn Mẫu", "bithu@example.org", null), []), MemberCounts.None);

    /// <summary>The store's first fitting unit, always the same one as long as the tree stays; else any; else a sample.</summary>
    public static async Task<PreviewUnit> FindAsync(IOrganizations organizations, CancellationToken cancellationToken)
    {
        Organization? any = null;
        var looked = 0;
        await foreach (var unit in organizations.SubtreeAsync(null, cancellationToken))
        {
            any ??= unit;
            if (unit is { ParentId: not null, Contacts.Secretary.Email.Length: > 0, IsClosed: false })
            {
                return new(unit, false);
            }

            if (++looked == MaxLooked)
            {
                break;
            }
        }

        return any is null ? new(Sample, true) : new(any, false);
    }
}
