// Writes seeds/<set>/organizations.csv from seeds/<set>/plan.json and seeds/words/people.json, the same bytes every time.
//   dotnet run seeds/generate.cs                  every set, in place
//   dotnet run seeds/generate.cs -- <folder>      every set, into <folder>/<set>/
// Figures that were published stand in the plan and come out exactly; everything else is drawn from the plan's seed.
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

using System.Globalization;
using System.Text;
using System.Text.Json;

var seeds = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
var target = args.Length > 0 ? args[0] : seeds;
var people = Read<People>(Path.Combine(seeds, "words", "people.json"));
foreach (var set in Directory.GetDirectories(seeds).Where(set => File.Exists(Path.Combine(set, "plan.json"))).Order())
{
    var plan = Read<Plan>(Path.Combine(set, "plan.json"));
    var draw = new Draw(plan.Seed);
    var units = new Tree(plan, draw).Build();
    Members.Share(units, plan, draw);
    new Contacts(plan, people, draw).Give(units);
    var folder = Directory.CreateDirectory(Path.Combine(target, Path.GetFileName(set))).FullName;
    File.WriteAllText(Path.Combine(folder, "organizations.csv"), Csv.Of(units, plan.Id));
    Console.WriteLine($"{Path.GetFileName(set)}: {units.Count} units");
}

static T Read<T>(string path) => JsonSerializer.Deserialize<T>(File.ReadAllText(path), JsonSerializerOptions.Web)!;

/// <summary>What one set must contain. Names hold alternatives as {a|b}, one unit for each; SmallPercent is
/// how many cells in a hundred have three or four members.</summary>
internal sealed record Plan(string Id, ulong Seed, string Code, int Members, int SubordinateCells, int Sectionals,
    int SharedSecretaries, int SmallPercent, string[] Families, Root? Root, string BranchKind, Branch[] Branches,
    Dictionary<string, Shared>? Shared, Dictionary<string, Pool> Cells);

internal sealed record Root(string Kind, string Name);

internal sealed record Shared(Dictionary<string, string[]> Committees, string[] Cells);

internal sealed record Branch(string Name, string? Place, string? Uses, Dictionary<string, string[]> Committees, string[] Cells);

/// <summary>How the cells of a sort of committee are named, and how many it has, both ends included.</summary>
internal sealed record Pool(int Fewest, int Most, bool InOrder, string? Section, string[] Always, string[] Places);

internal sealed record People(Names Men, Names Women);

internal sealed record Names(string[] Middles, string[] Givens);

internal sealed record Contact(string Name, string Email, string Phone);

internal sealed class Unit(string kind, string name, Unit? parent, string code)
{
    public string Kind { get; } = kind;
    public string Name { get; } = name;
    public Unit? Parent { get; } = parent;
    public string Code { get; } = code;
    public bool IsCell => Kind is "GrassrootsCell" or "SubordinateCell";
    public Unit Grassroots => Parent is { Kind: "GrassrootsCommittee" or "Sectional" } ? Parent.Grassroots : this;
    public int Members { get; set; }
    public int Probationary { get; set; }
    public int Exempt { get; set; }
    public Contact Secretary { get; set; } = new("", "", "");
}

/// <summary>A generator of our own, so that a newer .NET cannot change what comes out.</summary>
internal sealed class Draw(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, not including, <paramref name="end"/>.</summary>
    public int Below(int end)
    {
        _state = unchecked((_state * 6364136223846793005UL) + 1442695040888963407UL);
        return (int)((_state >> 33) % (ulong)end);
    }

    public bool Percent(int share) => Below(100) < share;

    public T Of<T>(T[] values) => values[Below(values.Length)];

    public T[] Shuffled<T>(IEnumerable<T> values)
    {
        var shuffled = values.ToArray();
        for (var last = shuffled.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }

    /// <summary>Moves values up or down by one, each within its bounds, until they add up to the total.</summary>
    public void Settle(int[] values, int total, Func<int, (int Fewest, int Most)> bounds)
    {
        for (var missing = total - values.Sum(); missing != 0;)
        {
            var index = Below(values.Length);
            var moved = values[index] + Math.Sign(missing);
            if (moved >= bounds(index).Fewest && moved <= bounds(index).Most)
            {
                missing -= Math.Sign(missing);
                values[index] = moved;
            }
        }
    }
}

/// <summary>Builds the units of a plan, parents before children.</summary>
internal sealed class Tree(Plan plan, Draw draw)
{
    private readonly List<Unit> _units = [];

    public List<Unit> Build()
    {
        var drafts = plan.Branches.SelectMany(Committees).ToArray();
        var counts = CountCells(drafts);
        var sections = draw.Shuffled(Enumerable.Range(0, drafts.Length)
            .Where(index => plan.Cells[drafts[index].Sort].Section is not null && counts[index] >= 9))
            .Take(plan.Sectionals).ToHashSet();
        var root = plan.Root is null ? null : Add(plan.Root.Kind, plan.Root.Name, null, [0, 0, 0, 0]);
        var next = 0;
        foreach (var (branch, number) in plan.Branches.Select((branch, index) => (branch, index + 1)))
        {
            var unit = Add(plan.BranchKind, branch.Name, root, [number, 0, 0, 0]);
            var grassroots = 0;
            for (; next < drafts.Length && drafts[next].Branch == branch; next++)
            {
                var committee = Add("GrassrootsCommittee", drafts[next].Name, unit, [number, ++grassroots, 0, 0]);
                AddCells(committee, plan.Cells[drafts[next].Sort], counts[next], sections.Contains(next), number, grassroots);
            }

            foreach (var name in Cells(branch))
            {
                Add("GrassrootsCell", name, unit, [number, ++grassroots, 0, 0]);
            }
        }

        return _units;
    }

    private int[] CountCells((Branch Branch, string Sort, string Name)[] drafts)
    {
        (int Fewest, int Most) Bounds(int index) => (plan.Cells[drafts[index].Sort].Fewest, plan.Cells[drafts[index].Sort].Most);
        var counts = Enumerable.Range(0, drafts.Length)
            .Select(index => Bounds(index).Fewest + draw.Below(Bounds(index).Most - Bounds(index).Fewest + 1)).ToArray();
        draw.Settle(counts, plan.SubordinateCells, Bounds);
        return counts;
    }

    private void AddCells(Unit committee, Pool pool, int count, bool sectioned, int branch, int grassroots)
    {
        var always = pool.Always.Take(Math.Max(1, count / 2)).ToArray();
        var places = pool.Places.SelectMany(Expand);
        var others = (pool.InOrder ? places : draw.Shuffled(places)).Take(count - always.Length);
        var names = always.Concat(others).ToArray();
        var inSection = sectioned ? 4 + draw.Below(3) : 0;
        for (var cell = 0; cell < count - inSection; cell++)
        {
            Add("SubordinateCell", names[cell], committee, [branch, grassroots, 0, cell + 1]);
        }

        var section = sectioned ? Add("Sectional", pool.Section!, committee, [branch, grassroots, 1, 0]) : null;
        for (var cell = count - inSection; cell < count; cell++)
        {
            Add("SubordinateCell", names[cell], section, [branch, grassroots, 1, cell + 1]);
        }
    }

    private Unit Add(string kind, string name, Unit? parent, int[] code)
    {
        var known = kind != "SubordinateCell" || !draw.Percent(8);
        var parts = code.Select(part => part.ToString("D3", CultureInfo.InvariantCulture)).Prepend(plan.Code);
        var unit = new Unit(kind, name, parent, known ? string.Join('.', parts) : "");
        _units.Add(unit);
        return unit;
    }

    private IEnumerable<(Branch Branch, string Sort, string Name)> Committees(Branch branch) =>
        from committees in new[] { branch.Committees, SharedOf(branch)?.Committees ?? [] }
        from sort in committees
        from pattern in sort.Value
        from name in Expand(InPlace(pattern, branch))
        select (branch, sort.Key, name);

    private IEnumerable<string> Cells(Branch branch) =>
        branch.Cells.Concat(SharedOf(branch)?.Cells ?? []).SelectMany(pattern => Expand(InPlace(pattern, branch)));

    private Shared? SharedOf(Branch branch) => branch.Uses is null ? null : plan.Shared![branch.Uses];

    private static string InPlace(string pattern, Branch branch) =>
        pattern.Replace("{place}", branch.Place, StringComparison.Ordinal);

    private static IEnumerable<string> Expand(string pattern)
    {
        var (open, close) = (pattern.IndexOf('{', StringComparison.Ordinal), pattern.IndexOf('}', StringComparison.Ordinal));
        return open < 0
            ? [pattern]
            : pattern[(open + 1)..close].Split('|').SelectMany(word => Expand(pattern[..open] + word + pattern[(close + 1)..]));
    }
}

/// <summary>Gives every cell its members: at least three official ones, thirty in all where there is a committee.</summary>
internal static class Members
{
    public static void Share(List<Unit> units, Plan plan, Draw draw)
    {
        var cells = units.Where(unit => unit.IsCell).ToArray();
        var siblings = cells.CountBy(cell => cell.Grassroots).ToDictionary();
        var bounds = cells.Select(cell => BoundsOf(cell, siblings[cell.Grassroots], plan, draw)).ToArray();
        var members = cells.Select((cell, index) => Math.Clamp(Typical(cell, draw), bounds[index].Fewest, bounds[index].Most)).ToArray();
        draw.Settle(members, plan.Members, index => bounds[index]);
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index].Members = members[index];
            cells[index].Probationary = Math.Min(draw.Below(100) switch { < 55 => 0, < 85 => 1, < 97 => 2, _ => 3 }, members[index] - 3);
            cells[index].Exempt = draw.Percent(8) ? Math.Min(1 + draw.Below(2), members[index] - cells[index].Probationary) : 0;
        }
    }

    private static (int Fewest, int Most) BoundsOf(Unit cell, int siblings, Plan plan, Draw draw)
    {
        var grassroots = cell.Kind == "GrassrootsCell";
        if ((grassroots || siblings >= 10) && draw.Percent(plan.SmallPercent))
        {
            var small = 3 + draw.Below(2);
            return (small, small);
        }

        return grassroots ? (5, 29) : (Math.Max(5, (30 + siblings - 1) / siblings), 40);
    }

    private static int Typical(Unit cell, Draw draw) =>
        cell.Kind == "GrassrootsCell" ? 5 + draw.Below(11) + draw.Below(11) : 4 + draw.Below(8) + draw.Below(9);
}

/// <summary>Gives every unit an invented secretary; some cells cannot be reached by e-mail, a few not at all.</summary>
internal sealed class Contacts(Plan plan, People people, Draw draw)
{
    private int _last;

    public void Give(List<Unit> units)
    {
        foreach (var unit in units)
        {
            unit.Secretary = Next(unit);
        }

        var pairs = units.Zip(units.Skip(1)).Where((pair, index) => index % 2 == 0 && MayShare(pair.First, pair.Second));
        foreach (var (first, second) in draw.Shuffled(pairs).Take(plan.SharedSecretaries))
        {
            second.Secretary = first.Secretary;
        }
    }

    private static bool MayShare(Unit first, Unit second) =>
        first.IsCell && second.IsCell && first.Parent == second.Parent && first.Secretary.Email.Length > 0;

    private Contact Next(Unit unit)
    {
        var number = (++_last).ToString("D4", CultureInfo.InvariantCulture);
        var chance = draw.Below(1000);
        var (noEmail, noPhone) = unit switch
        {
            { IsCell: true } => (chance < 120, chance < 10),
            { Kind: "GrassrootsCommittee" } => (chance < 30, false),
            _ => (false, false),
        };
        return new Contact(Name(), noEmail ? "" : $"bithu.{plan.Id}.{number}@example.org", noPhone ? "" : $"090000{number}");
    }

    private string Name()
    {
        var names = draw.Percent(70) ? people.Men : people.Women;
        return $"{draw.Of(plan.Families)} {draw.Of(names.Middles)} {draw.Of(names.Givens)}";
    }
}

internal static class Csv
{
    public static string Of(List<Unit> units, string prefix)
    {
        var ids = units.Select((unit, index) => (unit, id: $"{prefix}-{(index + 1).ToString("D4", CultureInfo.InvariantCulture)}"))
            .ToDictionary(pair => pair.unit, pair => pair.id);
        var csv = new StringBuilder("id,code,name,kind,parentId,secretaryName,secretaryEmail,secretaryPhone,"
            + "officialMembers,probationaryMembers,exemptMembers\n");
        foreach (var unit in units)
        {
            var parent = unit.Parent is null ? "" : ids[unit.Parent];
            csv.Append(CultureInfo.InvariantCulture, $"{ids[unit]},{unit.Code},{Field(unit.Name)},{unit.Kind},{parent},")
                .Append(CultureInfo.InvariantCulture, $"{unit.Secretary.Name},{unit.Secretary.Email},{unit.Secretary.Phone},")
                .Append(CultureInfo.InvariantCulture, $"{unit.Members - unit.Probationary},{unit.Probationary},{unit.Exempt}\n");
        }

        return csv.ToString();
    }

    private static string Field(string text) => text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text;
}
