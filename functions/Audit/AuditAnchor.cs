using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Audit;

/// <summary>
/// Where every chain ended on one day, kept outside the tables and chained to the anchor before. Whoever cuts off, or
/// rewrites, entries that are older than the last anchor contradicts it.
/// </summary>
/// <param name="Day">A civil day in Vietnam; at most one anchor a day.</param>
/// <param name="Previous">The <see cref="Hash"/> of the anchor before; 64 zeros for the first.</param>
/// <param name="Heads">Dossier, or name of a chain of the store → where it ended.</param>
public sealed record AuditAnchor(DateOnly Day, string Previous, IReadOnlyDictionary<string, AuditHead> Heads)
{
    /// <summary>What the first anchor is chained to.</summary>
    public static string Beginning { get; } = AuditHead.Empty.Hash;

    /// <summary>SHA-256 (hex) over <see cref="Write"/>.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write())));

    /// <summary>One line of day and previous hash, then one line a dossier, in order.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Day:yyyyMMdd} {Previous}\n");
        foreach (var (dossier, head) in Heads.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{dossier} {head.Sequence} {head.Hash}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no anchor.</exception>
    public static AuditAnchor Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToList();
        if (lines.Count == 0 || lines[0].Length != 2 || lines.Skip(1).Any(l => l.Length != 3))
        {
            throw new FormatException("The text is no anchor of an audit trail.");
        }

        return new(
            DateOnly.ParseExact(lines[0][0], "yyyyMMdd", CultureInfo.InvariantCulture),
            lines[0][1],
            lines.Skip(1).ToDictionary(l => l[0], l => new AuditHead(int.Parse(l[1], CultureInfo.InvariantCulture), l[2])));
    }
}
