using ServerlessParty.Classification;
using ServerlessParty.Obligations;

namespace ServerlessParty.Hosting;

internal static class ClassificationServices
{
    public static IServiceCollection AddClassification(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration;
        services.AddSingleton<IObligationSchedule, CampaignSchedule>();
        services.AddSingleton<ISealedPeriods, ClosedCampaigns>();
        services.AddSingleton<FollowMovedSteps>();
        services.AddSingleton<PutCampaign>();
        services.AddSingleton<OpenCampaign>();
        services.AddSingleton<CloseCampaign>();
        services.AddSingleton<CampaignProgress>();
        return services;
    }
}
