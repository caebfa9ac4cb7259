using Azure;
using ServerlessParty.Audit;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// The dossiers: what must change together changes in one transaction, and every transaction appends its audit entry (I9).
/// The head row, always read and always replaced, makes writers of one dossier take turns.
/// </summary>
internal sealed class DossierTable(Func<Task<TableClient>> table, TimeProvider time)
{
    private const int MaxTries = 12;

    public async Task<TableEntity?> FindAsync(string dossier, string row, CancellationToken cancellationToken)
    {
        var client = await table();
        var found = await client.GetEntityIfExistsAsync<TableEntity>(dossier, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>The rows whose keys begin with <paramref name="prefix"/>, which ends in <c>|</c>, in order.</summary>
    public async Task<List<TableEntity>> RangeAsync(string dossier, string prefix, CancellationToken cancellationToken)
    {
        var client = await table();
        var end = Keys.EndOf(prefix);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {dossier} and RowKey ge {prefix} and RowKey lt {end}");
        var rows = new List<TableEntity>();
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Makes a new dossier of <paramref name="rows"/> without reading; false when it exists already.</summary>
    public async Task<bool> TryCreateAsync(
        string dossier, IReadOnlyList<TableEntity> rows, AuditNote note, CancellationToken cancellationToken) =>
        await TryCommitAsync(dossier, null, new Dictionary<string, TableEntity>(), new(rows, note), cancellationToken) > 0;

    /// <summary>Reads the named rows and the head, asks <paramref name="decide"/>, commits; asks again on a conflict.</summary>
    /// <returns>The sequence of the entry written, or null when <paramref name="decide"/> wanted nothing.</returns>
    public Task<int?> ChangeAsync(
        string dossier, IReadOnlyList<string> rowKeys, Func<DossierRows, DossierWrite?> decide, CancellationToken cancellationToken) =>
        ChangeAsync(dossier, token => ReadAsync(dossier, rowKeys, token), decide, cancellationToken);

    /// <summary>As the other, over rows that <paramref name="read"/> brings.</summary>
    public async Task<int?> ChangeAsync(
        string dossier,
        Func<CancellationToken, Task<DossierRows>> read,
        Func<DossierRows, DossierWrite?> decide,
        CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var rows = await read(cancellationToken);
            var write = decide(rows);
            if (write is null)
            {
                return null;
            }

            var sequence = await TryCommitAsync(dossier, rows.Head, rows.ByKey, write, cancellationToken);
            if (sequence > 0)
            {
                return sequence;
            }

            if (tries == MaxTries)
            {
                throw new TimeoutException($"A dossier was changed by others {MaxTries} times in a row.");
            }
        }
    }

    public async Task<DossierRows> ReadAsync(
        string dossier, IReadOnlyList<string> rowKeys, CancellationToken cancellationToken)
    {
        var head = FindAsync(dossier, Keys.Head, cancellationToken);
        var found = await Task.WhenAll(rowKeys.Select(key => FindAsync(dossier, key, cancellationToken)));
        return new(await head, found.OfType<TableEntity>().ToDictionary(r => r.RowKey));
    }

    // Zero: somebody else was faster.
    private async Task<int> TryCommitAsync(
        string dossier,
        TableEntity? head,
        IReadOnlyDictionary<string, TableEntity> known,
        DossierWrite write,
        CancellationToken cancellationToken)
    {
        var before = write.Rows.Where(r => known.ContainsKey(r.RowKey)).Select(r => known[r.RowKey]);
        var entry = AuditChain.Next(
            head is null ? AuditHead.Empty : AuditRow.Head(head), dossier, time.GetUtcNow(), write.Note, Digests(before), Digests(write.Rows));
        var actions = write.Rows.Select(r => Write(r, known.GetValueOrDefault(r.RowKey)))
            .Append(Write(AuditRow.Entry(entry), null))
            .Append(Write(AuditRow.Head(entry), head));
        try
        {
            await (await table()).SubmitTransactionAsync(actions, cancellationToken);
            return entry.Sequence;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 or 404)
        {
            return 0;
        }
    }

    private static string Digests(IEnumerable<TableEntity> rows) =>
        RowDigests.Write(rows.Select(r => KeyValuePair.Create(r.RowKey, RowDigest.Of(r))));

    private static TableTransactionAction Write(TableEntity row, TableEntity? known) => known is null
        ? new(TableTransactionActionType.Add, row)
        : new(TableTransactionActionType.UpdateReplace, row, known.ETag);
}

/// <summary>The rows a change was decided on.</summary>
internal sealed record DossierRows(TableEntity? Head, IReadOnlyDictionary<string, TableEntity> ByKey)
{
    /// <summary>The sequence that the next entry will have.</summary>
    public int NextSequence => (Head is null ? 0 : AuditRow.Head(Head).Sequence) + 1;

    public TableEntity? this[string key] => ByKey.GetValueOrDefault(key);
}

/// <summary>Rows to write whole, and what the entry says.</summary>
internal sealed record DossierWrite(IReadOnlyList<TableEntity> Rows, AuditNote Note);
