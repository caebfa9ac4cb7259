using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessParty.Audit;

/// <summary>Links entries to a chain: each hash covers its own entry and, through <see cref="AuditEntry.Previous"/>, all before it.</summary>
public static class AuditChain
{
    /// <summary>The entry that follows <paramref name="head"/>.</summary>
    public static AuditEntry Next(
        AuditHead head, string dossier, DateTimeOffset at, AuditNote note, string before, string after)
    {
        var entry = new AuditEntry(
            dossier, head.Sequence + 1, at, note.Actor, note.Action, note.Subject, note.Comment, before, after, head.Hash, "");
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>SHA-256 over every field but the hash itself; each field goes in with its length, so that no two entries read the same.</summary>
    public static string HashOf(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in Fields(entry))
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Fields(AuditEntry entry) =>
    [
        entry.Dossier,
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
        entry.Actor,
        entry.Action,
        entry.Subject,
        entry.Comment ?? "",
        entry.Before,
        entry.After,
        entry.Previous,
    ];
}
