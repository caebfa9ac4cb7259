using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// Finds minutes within one period: its words, its items of one state and the units asked for are sorted alike, so that each
/// leaps to where the others stand, and what all agree on is found.
/// </summary>
internal sealed class MinutesSearch
{
    private readonly List<MinutesWalk> _walks;
    private readonly MinutesWalk? _items;
    private readonly string[]? _units;
    private readonly TableClient _table;
    private readonly Period _period;

    public MinutesSearch(TableClient table, Period period, MinutesQuery query)
    {
        _table = table;
        _period = period;
        _units = query.Units?.Select(u => u.Key).Order(StringComparer.Ordinal).ToArray();
        _walks = [.. (query.Words ?? []).Select(w => new MinutesWalk(table, period.Value, MinutesItemRow.WordPrefix(w)))];
        if (query.State is not null || _walks.Count == 0)
        {
            var condition = query.State is { } state ? TableClient.CreateQueryFilter($"State eq {state.ToString()}") : null;
            _items = new(table, period.Value, MinutesItemRow.Items, condition);
            _walks.Add(_items);
        }
    }

    /// <param name="after">The suffix after which to begin; empty for the beginning.</param>
    public async Task<List<MinutesItem>> TakeAsync(string after, int take, CancellationToken cancellationToken)
    {
        List<MinutesItem> items = [];
        var next = after.Length == 0 ? "" : Behind(after);
        while (items.Count < take)
        {
            Dictionary<string, MinutesItem> known = [];
            var found = await AgreeAsync(next, take - items.Count, known, cancellationToken);
            if (found.Count == 0)
            {
                break;
            }

            await ReadItemsAsync([.. found.Where(f => !known.ContainsKey(f))], known, cancellationToken);
            // A word without an item is what a crash left; the next finishing brings the item.
            items.AddRange(found.Where(known.ContainsKey).Select(f => known[f]));
            next = Behind(found[^1]);
        }

        return items;
    }

    /// <summary>What sorts right behind a suffix: no other begins with it, and this sign comes before all that suffixes hold.</summary>
    private static string Behind(string suffix) => suffix + '!';

    private async Task<List<string>> AgreeAsync(
        string next, int most, Dictionary<string, MinutesItem> known, CancellationToken cancellationToken)
    {
        List<string> found = [];
        while (found.Count < most && await AgreeAsync(next, cancellationToken) is { } suffix)
        {
            found.Add(suffix);
            if (_items is not null)
            {
                known[suffix] = MinutesItemRow.Item(_items.Current);
            }

            next = Behind(suffix);
        }

        return found;
    }

    /// <summary>The first suffix from <paramref name="suffix"/> on at which all walks stand.</summary>
    private async Task<string?> AgreeAsync(string suffix, CancellationToken cancellationToken)
    {
        while (UnitFrom(suffix) is { } candidate)
        {
            var agreed = candidate;
            foreach (var walk in _walks)
            {
                if (await walk.SeekAsync(agreed, cancellationToken) is not { } stands)
                {
                    return null;
                }

                agreed = stands;
            }

            if (agreed == candidate)
            {
                return agreed;
            }

            suffix = agreed;
        }

        return null;
    }

    /// <summary>The suffix itself when its unit is asked for, else the beginning of the next unit that is; null behind the last.</summary>
    private string? UnitFrom(string suffix)
    {
        if (_units is null)
        {
            return suffix;
        }

        var unit = suffix.Split('|')[0];
        var index = Array.BinarySearch(_units, unit, StringComparer.Ordinal);
        return index >= 0 ? suffix
            : ~index < _units.Length ? _units[~index] + '|'
            : null;
    }

    /// <summary>What was found by words lies close together when the words are common: one page of the items from the first to the last; the others one by one.</summary>
    private async Task ReadItemsAsync(
        List<string> wanted, Dictionary<string, MinutesItem> known, CancellationToken cancellationToken)
    {
        if (wanted.Count > Batches.Parallelism)
        {
            var (from, to) = (MinutesItemRow.Items + wanted[0], MinutesItemRow.Items + wanted[^1]);
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {_period.Value} and RowKey ge {from} and RowKey le {to}");
            await foreach (var page in _table.QueryAsync<TableEntity>(filter, wanted.Count * 4, cancellationToken: cancellationToken)
                .AsPages().WithCancellation(cancellationToken))
            {
                Add(page.Values, known);
                break;
            }
        }

        await Parallel.ForEachAsync(
            wanted.Where(w => !known.ContainsKey(w)).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = Batches.Parallelism, CancellationToken = cancellationToken },
            async (suffix, token) =>
            {
                var row = await _table.GetEntityIfExistsAsync<TableEntity>(
                    _period.Value, MinutesItemRow.Items + suffix, cancellationToken: token);
                if (row.HasValue)
                {
                    Add([row.Value!], known);
                }
            });
    }

    private static void Add(IEnumerable<TableEntity> rows, Dictionary<string, MinutesItem> known)
    {
        lock (known)
        {
            foreach (var row in rows)
            {
                known[row.RowKey[MinutesItemRow.Items.Length..]] = MinutesItemRow.Item(row);
            }
        }
    }
}
