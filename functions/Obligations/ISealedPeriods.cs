namespace ServerlessParty.Obligations;

/// <summary>Knows which kinds of obligations of which periods never change again.</summary>
public interface ISealedPeriods
{
    Task<bool> IsSealedAsync(ObligationKind kind, Period period, CancellationToken cancellationToken);
}
