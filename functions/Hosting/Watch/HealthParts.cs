using ServerlessParty.Audit;
using ServerlessParty.Storage;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting.Watch;

/// <summary>
/// <c>Healthy</c> or <c>Late</c>. Late is no sickness: starting this process anew would not make a timer run that the
/// Functions host does not call, and pages serve all the same.
/// </summary>
internal sealed class TimersHealth(TimerWatch timers) : IHealthPart
{
    public string Name => "timers";

    public async Task<HealthPart> ReadAsync(CancellationToken cancellationToken) =>
        !timers.IsOn ? new("Off")
        : (await timers.GetAsync(cancellationToken)).Any(t => t.IsLate) ? new("Late")
        : new("Healthy");
}

/// <summary><c>Healthy</c>, <c>Newer</c> where this executable must not use the store, or <c>Upgrading</c>; the first is a sickness, since only another executable helps.</summary>
internal sealed class SchemaHealth(Store store) : IHealthPart
{
    public string Name => "schema";

    public async Task<HealthPart> ReadAsync(CancellationToken cancellationToken)
    {
        var format = await store.NewestFormatAsync().WaitAsync(cancellationToken);
        return format.Version > store.Schema.Version ? new("Newer", IsSick: true)
            : format.Upgraded < store.Schema.Required ? new("Upgrading", IsSick: true)
            : format.Upgraded < store.Schema.Last ? new("Upgrading")
            : new("Healthy");
    }
}

/// <summary><c>Intact</c>, <c>Broken</c> or <c>Unchecked</c>, as the last checks of the trails said; which trail, the operator's page tells.</summary>
internal sealed class AuditHealth(ITrailWatch trails) : IHealthPart
{
    public string Name => "audit";

    public async Task<HealthPart> ReadAsync(CancellationToken cancellationToken) => new(
        await trails.ReadAsync(cancellationToken) switch
        {
            { CheckedAt: null } => "Unchecked",
            { IsBroken: true } => "Broken",
            _ => "Intact",
        });
}
