using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Benchmarks;

/// <summary>Units and what they owe.</summary>
internal static class Trees
{
    public const string SampleFile = "sample/organizations.csv";

    /// <summary>Seven days after the clock: the step of -7 days has come.</summary>
    public static DateOnly DueOn { get; } = new(2026, 12, 4);

    private static readonly OrganizationId Root = OrganizationId.Parse("bench-root");

    /// <summary>The units of the sample province, as its file is taken in.</summary>
    public static async Task<IReadOnlyList<Organization>> SampleAsync()
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, SampleFile));
        await using var kinds = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "seeds/kinds.json"));
        var plan = ImportPlan.Of(
            await ImportFile.ReadAsync(file, default), new Dictionary<OrganizationId, Organization>(), KindCatalog.Read(kinds));
        return plan.Saves;
    }

    /// <summary>A root and <paramref name="count"/> - 1 cells right below it.</summary>
    public static IReadOnlyList<Organization> Flat(int count) =>
        [Unit(Root, "Provincial", null), .. Enumerable.Range(1, count - 1).Select(n => Unit(Cell(n), "SubordinateCell", Root))];

    /// <summary>What <paramref name="count"/> of the cells owe, spread evenly over a flat tree of <paramref name="units"/>.</summary>
    public static IEnumerable<DueItem> Owed(int count, int units) =>
        Enumerable.Range(1, count).Select(n => Rating(Cell(Math.Max(1, n * (units - 1) / count))).ToDue());

    public static Obligation Rating(OrganizationId unit) => new(
        new(unit, ObligationKind.OrganizationRating, Period.Year(2026)), DueOn, DueOn.AddDays(-30));

    public static bool IsCell(Organization unit) => unit.Kind.Value.EndsWith("Cell", StringComparison.Ordinal);

    private static OrganizationId Cell(int number) => OrganizationId.Parse($"bench-{number:D6}");

    private static Organization Unit(OrganizationId id, string kind, OrganizationId? parent) => new(
        id, null, $"Chi bộ {id}", KindCode.Parse(kind), parent,
        new Contacts(new Contact("Nguyễn Văn An", $"bithu.{id}@example.org", "0900000000"), []), new MemberCounts(20, 1, 2));
}
