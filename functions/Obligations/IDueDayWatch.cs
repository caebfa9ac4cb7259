namespace ServerlessParty.Obligations;

/// <summary>Told when the due day of an obligation moved or began to count anew, so that what was planned for it is dropped.</summary>
public interface IDueDayWatch
{
    /// <summary>
    /// Called after the change is durable. A crash in between leaves old plans behind, which their sender must find out
    /// for itself; calling twice does no harm.
    /// </summary>
    /// <param name="oldDueOn">The due day before; the same as now when only its counting began anew.</param>
    Task MovedAsync(ObligationKey key, DateOnly oldDueOn, CancellationToken cancellationToken);
}
