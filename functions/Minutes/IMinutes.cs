using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes;

/// <summary>The minutes in their units' dossiers, and their bytes.</summary>
public interface IMinutes
{
    Task<MeetingMinutes?> FindAsync(MinutesId id, CancellationToken cancellationToken);

    /// <summary>All versions for one period, the newest first.</summary>
    Task<IReadOnlyList<MeetingMinutes>> VersionsAsync(ObligationKey key, CancellationToken cancellationToken);

    /// <summary>All that a unit ever handed in: newest period first, then newest version first.</summary>
    Task<IReadOnlyList<MeetingMinutes>> OfAsync(OrganizationId organization, CancellationToken cancellationToken);

    /// <summary>What the unit handed in with these very bytes, or null (I8).</summary>
    Task<MinutesId?> FindBytesAsync(OrganizationId organization, string sha256, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps the bytes, then in one transaction the row, the marker of the bytes, the obligation and the audit entry, then
    /// brings the projections along. A crash leaves bytes without a row at most, never a row without bytes (I7).
    /// </summary>
    /// <param name="decide">The obligation as it becomes, from the one stored (null: none yet); asked again on a conflict.</param>
    /// <param name="stored">Called once the row is there for good, and waited for; the projections come along beside it.</param>
    Task<StoredMinutes> StoreAsync(
        NewMinutes minutes,
        SpooledFile file,
        Func<Obligation?, ObligationOutcome> decide,
        string actor,
        Func<MeetingMinutes, Task> stored,
        CancellationToken cancellationToken);

    /// <summary>The bytes, seekable, read as they are asked for.</summary>
    Task<Stream> OpenAsync(MeetingMinutes minutes, CancellationToken cancellationToken);
}

/// <summary>Minutes that are to be stored; their version is given by the order in which they come.</summary>
/// <param name="Stored">All but the version, which is ignored.</param>
/// <param name="Words">The words of name, form and text by which they are found, folded.</param>
public sealed record NewMinutes(MeetingMinutes Stored, IReadOnlyCollection<string> Words);

/// <summary>What became of an attempt to store minutes.</summary>
public abstract record StoredMinutes
{
    private StoredMinutes()
    {
    }

    public sealed record Done(MeetingMinutes Minutes, Obligation Obligation) : StoredMinutes;

    /// <summary>The unit handed in these bytes before.</summary>
    public sealed record Duplicate(MinutesId Original) : StoredMinutes;

    /// <summary>The obligation does not allow it.</summary>
    public sealed record Refused(ObligationOutcome Outcome) : StoredMinutes;
}
