using System.Globalization;
using Microsoft.VisualBasic.FileIO;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Seeds;

/// <summary>One line of an organizations file, read without the product's import.</summary>
internal sealed record SeedUnit(string Id, string Code, string Name, string Kind, string ParentId, string SecretaryName,
    string SecretaryEmail, string SecretaryPhone, int OfficialMembers, int ProbationaryMembers, int ExemptMembers)
{
    public int Members => OfficialMembers + ProbationaryMembers;

    public bool IsCell => Kind is "GrassrootsCell" or "SubordinateCell";

    public static IReadOnlyList<SeedUnit> In(string set)
    {
        using var csv = new TextFieldParser(Repository.Path("seeds", set, "organizations.csv"));
        csv.SetDelimiters(",");
        csv.ReadLine();
        var units = new List<SeedUnit>();
        while (csv.ReadFields() is { Length: 11 } fields)
        {
            units.Add(Of(fields));
        }

        return units;
    }

    private static SeedUnit Of(string[] fields)
    {
        int Number(int column) => int.Parse(fields[column], NumberStyles.None, CultureInfo.InvariantCulture);
        return new SeedUnit(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7],
            Number(8), Number(9), Number(10));
    }
}
