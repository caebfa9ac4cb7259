using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Who owes what in one branch of the tree, the late first.</summary>
/// <param name="Top">The unit the board is about; null when it is about several roots, or an empty store.</param>
/// <param name="HasNoUnits">Nothing was imported yet.</param>
/// <param name="Papers">What is owed, one line per kind and period.</param>
/// <param name="Branches">The units below the top that have units below them, each with all of these counted in.</param>
/// <param name="Units">The single units: the top itself and those below it without units of their own.</param>
public sealed record Board(
    Organization? Top,
    bool HasNoUnits,
    IReadOnlyList<BoardPaper> Papers,
    IReadOnlyList<BoardLine> Branches,
    IReadOnlyList<BoardLine> Units);

/// <summary>One kind of paper of one period.</summary>
/// <param name="FirstDue">The earliest due day among the units that owe it, inclusive.</param>
/// <param name="LastDue">The latest one: extensions and unit kinds differ.</param>
public sealed record BoardPaper(
    ObligationKind Kind, Period Period, DateOnly FirstDue, DateOnly LastDue, BoardCount Count)
{
    internal BoardPaper Plus(DueItem item, BoardCount count) => this with
    {
        FirstDue = item.DueOn < FirstDue ? item.DueOn : FirstDue,
        LastDue = item.DueOn > LastDue ? item.DueOn : LastDue,
        Count = Count.Plus(count),
    };
}

/// <summary>One branch or unit and how far it is.</summary>
/// <param name="Unfinished">What a single unit has not handed in, earliest due day first; empty for branches.</param>
public sealed record BoardLine(Organization Unit, BoardCount Count, IReadOnlyList<DueItem> Unfinished);
