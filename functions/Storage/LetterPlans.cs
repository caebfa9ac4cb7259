using System.Globalization;
using System.Security.Cryptography;
using ServerlessParty.Mail;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>Adds items to the reminder letters of a day, each letter whole in one transaction (or, when too large for one, its items first and the letter itself last).</summary>
internal sealed class LetterPlans(Store store, LetterAddresses addresses, TimeProvider time)
{
    // Items of one letter that fit a transaction beside the letter itself.
    private const int MostItemsAtOnce = Batches.Size - 1;

    public async Task<int> RunAsync(
        DateOnly day,
        IReadOnlyDictionary<string, IReadOnlyList<string>> itemsByAddress,
        IReadOnlyCollection<LetterWithItems> known,
        CancellationToken cancellationToken)
    {
        var current = known;
        var left = itemsByAddress;
        var written = 0;
        while (left.Count > 0)
        {
            var drafts = await DraftsAsync(day, left, current, cancellationToken);
            var done = await WriteAsync(drafts, cancellationToken);
            written += done.Count(d => d.Stored is null);
            left = drafts.Where(d => !done.Contains(d)).ToDictionary(d => d.To, d => left[d.To]);
            if (left.Count > 0)
            {
                // Somebody else planned, or sent, at the same moment: look again at the day as it is now.
                current = await LetterReader.OfDayAsync(store, day, cancellationToken).ToListAsync(cancellationToken);
            }
        }

        return written;
    }

    private async Task<List<LetterDraft>> DraftsAsync(
        DateOnly day,
        IReadOnlyDictionary<string, IReadOnlyList<string>> itemsByAddress,
        IReadOnlyCollection<LetterWithItems> known,
        CancellationToken cancellationToken)
    {
        var byAddress = known.Where(l => l.Letter.Id.Class == LetterClass.Reminder).ToLookup(l => l.Letter.Id.Address);
        var drafts = new List<LetterDraft>();
        foreach (var (to, items) in itemsByAddress)
        {
            var id = await addresses.IdAsync(to, day, LetterClass.Reminder, "01", cancellationToken);
            var letters = byAddress[id.Address].OrderBy(l => l.Letter.Id.Sequence, StringComparer.Ordinal).ToList();
            var held = letters.Where(l => l.Letter.State != LetterState.Cancelled).SelectMany(l => l.Items).ToHashSet();
            var added = items.Where(i => !held.Contains(i)).Distinct().ToList();
            if (added.Count > 0)
            {
                drafts.Add(await DraftAsync(id, to, letters, added, cancellationToken));
            }
        }

        return drafts;
    }

    private async Task<LetterDraft> DraftAsync(
        LetterId id, string to, List<LetterWithItems> letters, List<string> added, CancellationToken cancellationToken)
    {
        var last = letters.LastOrDefault()?.Letter;
        if (last is { State: LetterState.Planned } && added.Count <= MostItemsAtOnce
            && await StillPlannedAsync(last.Id, cancellationToken) is { } row)
        {
            var stored = LetterRow.Letter(row);
            var grown = stored with
            {
                Count = stored.Count + added.Count,
                Dropped = stored.Dropped?.Except(added).ToList(),
                ChangedAt = time.GetUtcNow(),
            };
            return new(grown, added, row, NewPlan());
        }

        var sequence = last is null ? 1 : int.Parse(last.Id.Sequence, CultureInfo.InvariantCulture) + 1;
        var next = id with { Sequence = sequence.ToString("D2", CultureInfo.InvariantCulture) };
        var letter = new Letter(next, to, LetterState.Planned, added.Count, 0, null, time.GetUtcNow());
        return new(letter.Noted(letter.ChangedAt), added, null, NewPlan());
    }

    private async Task<TableEntity?> StillPlannedAsync(LetterId id, CancellationToken cancellationToken)
    {
        var found = await (await store.Letters).GetEntityIfExistsAsync<TableEntity>(
            LetterRow.Partition(id), LetterRow.Key(id), cancellationToken: cancellationToken);
        return found.HasValue && LetterRow.Letter(found.Value!).State == LetterState.Planned ? found.Value : null;
    }

    private static string NewPlan() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    private async Task<HashSet<LetterDraft>> WriteAsync(List<LetterDraft> drafts, CancellationToken cancellationToken)
    {
        var done = new System.Collections.Concurrent.ConcurrentBag<LetterDraft>();
        await Parallel.ForEachAsync(
            drafts.GroupBy(d => LetterRow.Partition(d.Letter.Id)).SelectMany(LetterPacks.Of),
            new ParallelOptions { MaxDegreeOfParallelism = Batches.Parallelism, CancellationToken = cancellationToken },
            async (pack, token) =>
            {
                foreach (var draft in await WritePackAsync(pack, token))
                {
                    done.Add(draft);
                }
            });
        return [.. done];
    }

    // A pack is letters that fit one transaction, or one letter that does not.
    private async Task<IReadOnlyList<LetterDraft>> WritePackAsync(
        IReadOnlyList<LetterDraft> pack, CancellationToken cancellationToken)
    {
        var table = await store.Letters;
        if (pack.Count == 1 && pack[0].Items.Count > MostItemsAtOnce)
        {
            await Batches.SubmitAsync(table, pack[0].ItemActions(), cancellationToken);
            return await ConditionalWrites.TrySubmitAsync(table, [pack[0].LetterAction()], cancellationToken) ? pack : [];
        }

        var actions = pack.SelectMany(d => d.ItemActions().Prepend(d.LetterAction())).ToList();
        if (await ConditionalWrites.TrySubmitAsync(table, actions, cancellationToken))
        {
            return pack;
        }

        return pack.Count == 1
            ? []
            : [.. await WritePackAsync([.. pack.Take(pack.Count / 2)], cancellationToken),
               .. await WritePackAsync([.. pack.Skip(pack.Count / 2)], cancellationToken)];
    }
}
