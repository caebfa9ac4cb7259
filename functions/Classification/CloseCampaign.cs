using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Classification;

/// <summary>
/// Closes a campaign for good once every obligation of it is accepted, waived or withdrawn. It says <c>Closing</c>
/// first, which refuses further changes, then looks; finding something unfinished it says <c>Open</c> again. Pressed
/// again after a crash it goes on. A change that was already under way when it said <c>Closing</c> may still commit
/// behind the look: only a seal in each dossier's own transaction would stop that, and there is none yet.
/// </summary>
public sealed class CloseCampaign(
    ICampaigns campaigns, OpenSteps openSteps, IDueIndex due, IObligations obligations, PartyCalendar calendar)
{
    /// <summary>The most unfinished obligations that a refusal lists; it counts all.</summary>
    public const int MaxListed = 100;

    public async Task<ClosingOutcome> RunAsync(int year, string actor, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        if (await campaigns.FindAsync(year, cancellationToken) is not { } campaign)
        {
            return new ClosingOutcome.Refused(CampaignRefusals.NotFound);
        }

        // What should exist but does not yet would never be asked for again.
        var steps = CampaignSchedule.StepsOf(campaign, today).ToList();
        if (steps.Count > 0)
        {
            await openSteps.RunAsync(steps, today, actor, cancellationToken);
        }

        return await ChangeAsync(year, CampaignState.Open, CampaignState.Closing, actor, cancellationToken) switch
        {
            { State: CampaignState.Closing } closing => await DecideAsync(closing, today, actor, cancellationToken),
            { State: CampaignState.Closed } closed => new ClosingOutcome.Closed(closed),
            _ => new ClosingOutcome.Refused(CampaignRefusals.NotOpen),
        };
    }

    private async Task<ClosingOutcome> DecideAsync(
        RatingCampaign campaign, DateOnly today, string actor, CancellationToken cancellationToken)
    {
        var (listed, count) = await UnfinishedAsync(campaign, today, cancellationToken);
        var isAhead = campaign.Steps.Any(s => s.OpensOn > today);
        var next = count == 0 && !isAhead ? CampaignState.Closed : CampaignState.Open;
        var after = await ChangeAsync(campaign.Year, CampaignState.Closing, next, actor, cancellationToken);
        return after?.State == CampaignState.Closed
            ? new ClosingOutcome.Closed(after)
            : new ClosingOutcome.Unfinished(listed, count, isAhead);
    }

    private async Task<(IReadOnlyList<Obligation> Listed, int Count)> UnfinishedAsync(
        RatingCampaign campaign, DateOnly today, CancellationToken cancellationToken)
    {
        var listed = new List<Obligation>();
        var count = 0;
        var (first, last) = CampaignDues.Range(campaign, today);
        await foreach (var item in due.BetweenAsync(first, last, DueStates.All, cancellationToken))
        {
            if (!CampaignDues.Holds(campaign, item) || !IsUnfinished(item.State))
            {
                continue;
            }

            if (listed.Count == MaxListed)
            {
                count++;
            }
            else if (await ConfirmAsync(item, cancellationToken) is { } obligation)
            {
                listed.Add(obligation);
                count++;
            }
        }

        return (listed, count);
    }

    // The projection may say too much, and a line that it alone knows must not keep a campaign open.
    private async Task<Obligation?> ConfirmAsync(DueItem item, CancellationToken cancellationToken) =>
        await obligations.FindAsync(item.Key, cancellationToken) is { } obligation
        && IsUnfinished(obligation.State)
        && obligation.DueOn == item.DueOn
            ? obligation
            : null;

    private static bool IsUnfinished(ObligationState state) =>
        state is ObligationState.Open or ObligationState.Returned or ObligationState.Submitted;

    private Task<RatingCampaign?> ChangeAsync(
        int year, CampaignState from, CampaignState to, string actor, CancellationToken cancellationToken) =>
        campaigns.ChangeAsync(
            year, current => current?.State == from ? current with { State = to } : null, actor, cancellationToken);
}

/// <summary>What became of an attempt to close a campaign.</summary>
public abstract record ClosingOutcome
{
    private ClosingOutcome()
    {
    }

    public sealed record Closed(RatingCampaign Campaign) : ClosingOutcome;

    /// <summary>It stays open.</summary>
    /// <param name="Listed">At most <see cref="CloseCampaign.MaxListed"/> obligations that are open, returned, or handed in but not accepted.</param>
    /// <param name="Count">How many there are.</param>
    /// <param name="IsAhead">A step's opening day has not come yet.</param>
    public sealed record Unfinished(IReadOnlyList<Obligation> Listed, int Count, bool IsAhead) : ClosingOutcome;

    /// <summary>See <see cref="CampaignRefusals"/>.</summary>
    public sealed record Refused(string Code) : ClosingOutcome;
}
