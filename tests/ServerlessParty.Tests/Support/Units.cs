using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Units that are valid by default.</summary>
internal static class Units
{
    public static Organization Unit(
        string id, string? under = null, string kind = "SubordinateCell", Contact? secretary = null, DateOnly? validTo = null) =>
        new(
            OrganizationId.Parse(id),
            null,
            "Chi bộ " + id,
            KindCode.Parse(kind),
            under is null ? null : OrganizationId.Parse(under),
            Contacts.Unknown with { Secretary = secretary ?? Contact.Unknown },
            new MemberCounts(10, 2, 1),
            ValidTo: validTo);

    /// <summary>The kinds as they are published.</summary>
    public static KindCatalog Kinds()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "seeds", "kinds.json"));
        return KindCatalog.Read(file);
    }
}
