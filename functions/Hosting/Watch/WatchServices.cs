using ServerlessParty.Hosting.Operations;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting.Watch;

internal static class WatchServices
{
    /// <summary>What tells the operator and who watches from outside how the product is.</summary>
    public static IServiceCollection AddWatch(this IServiceCollection services) => services
        .AddSingleton<IHealthPart, SchemaHealth>()
        .AddSingleton<IHealthPart, TimersHealth>()
        .AddSingleton<IHealthPart, AuditHealth>()
        .AddSingleton<OwedGauge>()
        .AddHostedService(p => p.GetRequiredService<OwedGauge>())
        .AddTransient<OperationsReading>();
}
