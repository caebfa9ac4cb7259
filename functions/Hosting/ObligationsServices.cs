using Microsoft.Extensions.Options;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Obligations;

namespace ServerlessParty.Hosting;

internal static class ObligationsServices
{
    public static IServiceCollection AddObligations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MinutesOptions>().Bind(configuration.GetSection("Minutes")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MinutesOptions>, MinutesOptionsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MinutesOptions>>().Value);
        services.AddSingleton<IObligationSchedule, MinutesSchedule>();
        services.AddSingleton<ActOnObligation>();
        services.AddSingleton<CloseOrganization>();
        services.AddSingleton<OpenSteps>();
        services.AddSingleton<OpenPeriods>();
        services.AddSingleton<Progress>();
        services.AddSingleton<RebuildDue>();
        services.AddSingleton<KeepHouse>();
        services.AddTimer<OpenPeriods, PeriodsOpened>((useCase, calendar, cancellationToken) => useCase.RunAsync(calendar, cancellationToken));
        services.AddTimer<KeepHouse, RebuiltDue>((useCase, calendar, cancellationToken) => useCase.RunAsync(calendar, cancellationToken));
        return services;
    }

    private sealed class MinutesOptionsValidation : IValidateOptions<MinutesOptions>
    {
        public ValidateOptionsResult Validate(string? name, MinutesOptions options) =>
            options.Flaw() is { } flaw ? ValidateOptionsResult.Fail(flaw) : ValidateOptionsResult.Success;
    }
}
