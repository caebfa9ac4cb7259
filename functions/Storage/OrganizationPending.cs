using ServerlessParty.Organizations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>
/// Notes, before a dossier changes, that the tree must follow it; the note goes when it has. What a crash left is
/// finished by the next hourly run.
/// </summary>
internal sealed class OrganizationPending(
    Store store, DossierTable dossiers, OrganizationMoves moves, OrganizationSaves saves, OrganizationStamp stamp, TimeProvider time)
{
    /// <summary>A note younger than this belongs to work that is under way.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>Runs <paramref name="change"/> (true: it changed the dossier) and then brings the tree to it.</summary>
    public async Task FollowedAsync(
        OrganizationId id, Func<CancellationToken, Task<bool>> change, CancellationToken cancellationToken)
    {
        await PendingNotes.WriteAsync(store, id.Key, null, time, cancellationToken);
        if (await change(cancellationToken))
        {
            await FollowAsync(id, cancellationToken);
            await stamp.RenewAsync(cancellationToken);
        }

        await PendingNotes.RemoveAsync(store, id.Key, cancellationToken);
    }

    /// <summary>Finishes what others left; returns how many.</summary>
    public async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        var finished = 0;
        foreach (var note in await PendingNotes.AllAsync(store, cancellationToken))
        {
            if (time.GetUtcNow() - note.GetDateTimeOffset("At") >= Grace)
            {
                await FinishAsync(note, cancellationToken);
                finished++;
            }
        }

        return finished;
    }

    private async Task FinishAsync(TableEntity note, CancellationToken cancellationToken)
    {
        if (note.RowKey == PendingNotes.Everything)
        {
            await saves.RebuildAsync(cancellationToken);
        }
        else if (note.GetString("OldPath") is { } oldPath)
        {
            await moves.FollowAsync(OrganizationId.Parse(note.RowKey), oldPath, cancellationToken);
        }
        else
        {
            await FollowAsync(OrganizationId.Parse(note.RowKey), cancellationToken);
        }

        await stamp.RenewAsync(cancellationToken);
        await PendingNotes.RemoveAsync(store, note.RowKey, cancellationToken);
    }

    private async Task FollowAsync(OrganizationId id, CancellationToken cancellationToken)
    {
        if (await dossiers.FindAsync(id.Key, Keys.Unit, cancellationToken) is { } row)
        {
            var path = await moves.PathAsync(id, cancellationToken);
            await new OrganizationProjection(store).PutAsync([(OrganizationRow.Unit(row), path)], cancellationToken);
        }
    }
}
