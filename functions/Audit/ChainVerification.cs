namespace ServerlessParty.Audit;

/// <summary>Whether a dossier is what its trail says.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="FirstBroken">The sequence at which the chain first fails (one past the last entry when the end was cut off, or when a row differs from what the last entry about it says); null when intact.</param>
public sealed record ChainVerification(bool Intact, int Entries, int? FirstBroken)
{
    /// <summary>Checks sequence, links and hashes of a whole trail against its head, and the rows against their last digests.</summary>
    /// <param name="rows">Row key → digest, as the dossier holds them now.</param>
    public static ChainVerification Of(
        IEnumerable<AuditEntry> entries, AuditHead head, IReadOnlyDictionary<string, string> rows)
    {
        var last = AuditHead.Empty;
        var digests = new Dictionary<string, string>();
        var count = 0;
        foreach (var entry in entries)
        {
            count++;
            if (entry.Sequence != last.Sequence + 1 || entry.Previous != last.Hash || entry.Hash != AuditChain.HashOf(entry))
            {
                return new(false, count, last.Sequence + 1);
            }

            last = new AuditHead(entry.Sequence, entry.Hash);
            RowDigests.Apply(entry.After, digests);
        }

        var intact = last == head && RowDigests.Same(digests, rows);
        return new(intact, count, intact ? null : last.Sequence + 1);
    }
}
