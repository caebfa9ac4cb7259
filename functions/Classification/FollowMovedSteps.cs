using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

/// <summary>
/// Takes the obligations of moved steps to the new due day. Those with an extension of their own keep it, and a paper
/// already handed in keeps its day. Each is one audited change; a cut run leaves <see cref="CampaignStep.MovedFrom"/>
/// set, and the next does the rest.
/// </summary>
public sealed class FollowMovedSteps(
    ICampaigns campaigns,
    IDueIndex due,
    IOrganizations organizations,
    IObligations obligations,
    IDueDayWatch watch)
{
    private const int ChunkSize = 500;
    private const int AtOnce = 8;

    /// <summary>Follows every move of <paramref name="campaign"/> and returns it with none left.</summary>
    public async Task<RatingCampaign> RunAsync(
        RatingCampaign campaign, DateOnly today, string actor, CancellationToken cancellationToken)
    {
        if (campaign.Steps.All(s => s.MovedFrom is null))
        {
            return campaign;
        }

        foreach (var step in campaign.Steps.Where(s => s.MovedFrom is not null))
        {
            await FollowAsync(new(step, campaign.Period, step.MovedFrom!.Value, today, actor), cancellationToken);
        }

        return await campaigns.ChangeAsync(
            campaign.Year, current => current is null ? null : Settled(current, campaign), actor, cancellationToken) ?? campaign;
    }

    // Clears only the moves that were followed: another may have begun meanwhile.
    private static RatingCampaign? Settled(RatingCampaign current, RatingCampaign followed)
    {
        var settled = current with
        {
            Steps = [.. current.Steps.Select(s =>
                followed.Steps.Any(f => f.SaysTheSameAs(s)) ? s with { MovedFrom = null } : s)],
        };
        return settled.SaysTheSameAs(current) ? null : settled;
    }

    private async Task FollowAsync(Move move, CancellationToken cancellationToken)
    {
        var items = due.BetweenAsync(move.From, move.From, DueStates.Reminded, cancellationToken);
        await foreach (var chunk in items.Where(move.Concerns).Chunk(ChunkSize).WithCancellation(cancellationToken))
        {
            var units = await organizations.FindManyAsync(
                [.. chunk.Select(i => i.Key.Organization)], cancellationToken);
            var keys = chunk.Select(i => i.Key).Where(k => units.TryGetValue(k.Organization, out var u) && move.IsFor(u));
            await Parallel.ForEachAsync(
                keys,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (key, token) => await FollowAsync(key, move, token));
        }
    }

    private async Task FollowAsync(ObligationKey key, Move move, CancellationToken cancellationToken)
    {
        var outcome = await obligations.ChangeAsync(key, move.On, move.Actor, cancellationToken);
        if (outcome is ObligationOutcome.Changed)
        {
            await watch.MovedAsync(key, move.From, cancellationToken);
        }
    }

    private sealed record Move(CampaignStep Step, Period Period, DateOnly From, DateOnly Today, string Actor)
    {
        public bool Concerns(DueItem item) => item.Key.Kind == Step.Kind && item.Key.Period == Period;

        public bool IsFor(Organization unit) => Step.UnitKinds.Contains(unit.Kind);

        public ObligationOutcome On(Obligation current) =>
            current.DueOn == From && current.IsReminded
                ? current.Follow(Step.DueOn, ClassificationTexts.Get("MovedReason"), Today)
                : new ObligationOutcome.Unchanged(current);
    }
}
