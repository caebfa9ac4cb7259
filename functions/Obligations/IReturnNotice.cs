namespace ServerlessParty.Obligations;

/// <summary>Tells a unit that a paper was given back and what is asked for, whichever way the superior said so.</summary>
public interface IReturnNotice
{
    /// <summary>Called once the return is stored; the same return again tells nothing twice, and what cannot be told does not undo it.</summary>
    Task ReturnedAsync(Obligation returned, CancellationToken cancellationToken);
}
