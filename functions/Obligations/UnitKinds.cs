using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>What schedules and campaigns must know of the kinds of units.</summary>
/// <param name="All">Every kind there is.</param>
/// <param name="Cells">Those that are some kind of Party cell, which meets monthly.</param>
/// <param name="Label">The name of a kind in the reader's language.</param>
public sealed record UnitKinds(
    IReadOnlySet<KindCode> All, IReadOnlySet<KindCode> Cells, Func<KindCode, string> Label);
