using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>
/// Does one act to one obligation. What is sealed is refused; the seal is looked at right before the change, not in its
/// transaction, so a change already under way when a campaign closes may still commit.
/// </summary>
public sealed class ActOnObligation(
    IObligations obligations, ISealedPeriods seals, IDueDayWatch watch, IReturnNotice notice, PartyCalendar calendar)
{
    public async Task<ObligationOutcome> RunAsync(
        ObligationKey key, ObligationAct act, string actor, CancellationToken cancellationToken)
    {
        if (await seals.IsSealedAsync(key.Kind, key.Period, cancellationToken))
        {
            return await RefuseAsync(key, cancellationToken);
        }

        Obligation? before = null;
        var outcome = await obligations.ChangeAsync(
            key, current => act.On(before = current, calendar.Today), actor, cancellationToken);
        if (outcome is ObligationOutcome.Changed changed && changed.After.IsRearmedSince(before!))
        {
            await watch.MovedAsync(key, before!.DueOn, cancellationToken);
        }

        if (act is ObligationAct.Return && Given(outcome) is { } returned)
        {
            await notice.ReturnedAsync(returned, cancellationToken);
        }

        return outcome;
    }

    // Also of a return that was there already: whoever stored it may have died before the unit was told.
    private static Obligation? Given(ObligationOutcome outcome) => outcome switch
    {
        ObligationOutcome.Changed changed => changed.After,
        ObligationOutcome.Unchanged unchanged => unchanged.Current,
        _ => null,
    };

    private async Task<ObligationOutcome> RefuseAsync(ObligationKey key, CancellationToken cancellationToken) =>
        await obligations.FindAsync(key, cancellationToken) is { } current
            ? new ObligationOutcome.Refused(current, RefusalCodes.Closed)
            : new ObligationOutcome.NotFound();
}
