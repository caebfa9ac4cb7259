using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes;

/// <summary>The projection by which minutes are found; follows the dossiers.</summary>
public interface IMinutesIndex
{
    /// <summary>One page, newest period first, then by unit and version.</summary>
    /// <param name="after">The <see cref="MinutesPage.Next"/> of the page before, or null.</param>
    /// <param name="take">1 to 200.</param>
    Task<MinutesPage> FindAsync(MinutesQuery query, string? after, int take, CancellationToken cancellationToken);

    /// <summary>Everything anywhere that has these very bytes.</summary>
    Task<IReadOnlyList<MinutesId>> WithBytesAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>
    /// Brings the projection along where a crash kept it behind, and removes bytes older than a day that belong to nothing.
    /// Repeating it changes nothing.
    /// </summary>
    Task<FinishedMinutes> FinishAsync(CancellationToken cancellationToken);
}

/// <summary>What is looked for; a null or empty part does not restrict.</summary>
/// <param name="Units">Only these units; null means all.</param>
/// <param name="Words">Folded words, all of which must occur.</param>
public sealed record MinutesQuery(
    IReadOnlySet<OrganizationId>? Units = null,
    Period? Period = null,
    MinutesState? State = null,
    IReadOnlyCollection<string>? Words = null);

/// <summary>Minutes as a list shows them.</summary>
public sealed record MinutesItem(
    MinutesId Id, MinutesState State, string FileName, string MediaType, long Size, DateTimeOffset ReceivedAt, DateOnly? MeetingDate);

/// <summary>A page of minutes, and where the next begins (null: this was the last).</summary>
public sealed record MinutesPage(IReadOnlyList<MinutesItem> Items, string? Next);

/// <summary>What finishing did.</summary>
public sealed record FinishedMinutes(int Indexed, int OrphansRemoved);
