namespace ServerlessParty.Obligations;

/// <summary>
/// What may follow what: <c>Open|Returned → Submitted|Waived|Withdrawn</c>, <c>Submitted → Accepted|Returned</c>,
/// <c>Waived → Open</c>, nothing else. A due day moves only while reminded.
/// </summary>
public static class ObligationRules
{
    public static bool MayFollow(ObligationState from, ObligationState to) => from switch
    {
        ObligationState.Open or ObligationState.Returned =>
            to is ObligationState.Submitted or ObligationState.Waived or ObligationState.Withdrawn,
        ObligationState.Submitted => to is ObligationState.Accepted or ObligationState.Returned,
        ObligationState.Waived => to is ObligationState.Open,
        _ => false,
    };
}
