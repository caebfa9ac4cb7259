using System.Globalization;

namespace ServerlessParty.Benchmarks;

/// <summary>One line of the result table.</summary>
/// <param name="Against">What it is measured against: the fewest possible, or raw requests.</param>
/// <param name="Met">Null where no goal is set.</param>
internal sealed record Figure(string What, string Ours, string Against, string Ratio, string Goal, bool? Met)
{
    /// <param name="goal">The highest ratio that is good; null for none.</param>
    public static Figure Of(string what, double ours, double against, string unit, double? goal)
    {
        var ratio = ours / against;
        return new(
            what, $"{Text(ours)} {unit}", $"{Text(against)} {unit}", ratio.ToString("F2", CultureInfo.InvariantCulture),
            goal is { } most ? $"≤ {most.ToString("F2", CultureInfo.InvariantCulture)}" : "none",
            goal is null ? null : Math.Round(ratio, 2) <= goal);
    }

    private static string Text(double number) =>
        number.ToString(number < 100 && number != Math.Floor(number) ? "N1" : "N0", CultureInfo.InvariantCulture);
}
