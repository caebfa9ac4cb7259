namespace ServerlessParty.Storage;

/// <summary>
/// Walks the rows of one prefix in order, page by page, and can leap: a suffix beyond the page at hand is asked for directly
/// instead of reading all that lies between.
/// </summary>
internal sealed class MinutesWalk(TableClient table, string partition, string prefix, string? condition = null)
{
    /// <summary>Pages begin small, since most walks end soon, and grow to what the service allows.</summary>
    private const int FirstPage = 100;

    private const int LargestPage = 1_000;

    private List<TableEntity> _page = [];
    private int _at;
    private int _pageSize = FirstPage;
    private bool _isLast;

    /// <summary>Moves to the first row whose suffix is <paramref name="suffix"/> or comes after it.</summary>
    /// <returns>The row's suffix, or null when there is none.</returns>
    public async Task<string?> SeekAsync(string suffix, CancellationToken cancellationToken)
    {
        while (true)
        {
            for (; _at < _page.Count; _at++)
            {
                var found = _page[_at].RowKey[prefix.Length..];
                if (string.CompareOrdinal(found, suffix) >= 0)
                {
                    return found;
                }
            }

            if (_isLast)
            {
                return null;
            }

            await ReadAsync(suffix, cancellationToken);
        }
    }

    /// <summary>The row that the last seek found.</summary>
    public TableEntity Current => _page[_at];

    private async Task ReadAsync(string suffix, CancellationToken cancellationToken)
    {
        var (from, to) = (prefix + suffix, Keys.EndOf(prefix));
        var range = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var rows = table.QueryAsync<TableEntity>(
            condition is null ? range : $"{range} and ({condition})", _pageSize, cancellationToken: cancellationToken);
        _page = [];
        _at = 0;
        await foreach (var page in rows.AsPages().WithCancellation(cancellationToken))
        {
            _page.AddRange(page.Values);
            // A page may be empty and still have a successor.
            if (_page.Count > 0 || page.ContinuationToken is null)
            {
                _isLast = page.ContinuationToken is null;
                break;
            }
        }

        _pageSize = Math.Min(_pageSize * 4, LargestPage);
    }
}
