using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Reads the board of a branch: its units once until the tree changes, the due index once, whatever its size.</summary>
public sealed class BoardReading(IDueIndex due, KnownBranches branches, PartyCalendar calendar)
{
    /// <summary>How far back and ahead due days are looked at: a year, with room for late campaigns.</summary>
    public const int DaysAround = 400;

    /// <param name="under">The branch; null: everything.</param>
    public async Task<Board> RunAsync(OrganizationId? under, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var tree = await branches.ReadAsync(under, cancellationToken);
        var counts = new BoardCounts(tree, today);
        var items = due.BetweenAsync(
            today.AddDays(-DaysAround), today.AddDays(DaysAround), DueStates.All, cancellationToken);
        await foreach (var item in items)
        {
            counts.Add(item);
        }

        return counts.ToBoard();
    }
}
