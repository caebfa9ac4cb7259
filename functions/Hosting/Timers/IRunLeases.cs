namespace ServerlessParty.Hosting.Timers;

/// <summary>Lets one run of a function happen at a time, in any number of processes.</summary>
public interface IRunLeases
{
    /// <summary>Takes the function's lease, or answers null while another run holds it.</summary>
    Task<IRunLease?> TryTakeAsync(string function, CancellationToken cancellationToken);

    /// <summary>When the function's last complete run began; null when there was none.</summary>
    Task<DateTimeOffset?> LastRunAsync(string function, CancellationToken cancellationToken);

    /// <summary>The same of all functions, in one request.</summary>
    Task<LastRuns> LastRunsAsync(CancellationToken cancellationToken);
}

/// <summary>Held until disposed; lost when the store could not be reached for too long.</summary>
public interface IRunLease : IAsyncDisposable
{
    /// <summary>Cancelled when the lease is lost: another run may have begun.</summary>
    CancellationToken Lost { get; }

    /// <summary>Notes that a complete run began at <paramref name="startedAt"/>.</summary>
    Task RecordAsync(DateTimeOffset startedAt, CancellationToken cancellationToken);
}

/// <param name="StartedAt">When the last complete run of each function began; a function that never had one is missing.</param>
/// <param name="Since">When the first run of any function was begun; null when there was none.</param>
public sealed record LastRuns(IReadOnlyDictionary<string, DateTimeOffset> StartedAt, DateTimeOffset? Since);
