using System.Globalization;
using Microsoft.Extensions.Options;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting;

internal static class ObligationsServices
{
    public static IServiceCollection AddObligations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MinutesOptions>().Bind(configuration.GetSection("Minutes")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MinutesOptions>, MinutesOptionsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MinutesOptions>>().Value);
        services.AddSingleton(Kinds);
        services.AddSingleton<IObligationSchedule, MinutesSchedule>();
        services.AddSingleton<ActOnObligation>();
        services.AddSingleton<CloseOrganization>();
        services.AddSingleton<OpenSteps>();
        services.AddSingleton<OpenPeriods>();
        services.AddSingleton<Progress>();
        services.AddSingleton<RebuildDue>();
        services.AddSingleton<KeepHouse>();
        services.AddTimer<OpenPeriods, PeriodsOpened>((useCase, calendar, cancellationToken) => useCase.RunAsync(calendar, cancellationToken));
        services.AddTimer<KeepHouse, HouseKept>((useCase, calendar, cancellationToken) => useCase.RunAsync(calendar, cancellationToken));
        return services;
    }

    private static UnitKinds Kinds(IServiceProvider provider)
    {
        var catalog = provider.GetRequiredService<KindCatalog>();
        var calendar = provider.GetRequiredService<PartyCalendar>();
        return new(catalog.Codes.ToHashSet(), catalog.Cells.ToHashSet(), kind => catalog.Label(kind, calendar.Today, CultureInfo.CurrentUICulture));
    }

    private sealed class MinutesOptionsValidation : IValidateOptions<MinutesOptions>
    {
        public ValidateOptionsResult Validate(string? name, MinutesOptions options) =>
            options.Flaw() is { } flaw ? ValidateOptionsResult.Fail(flaw) : ValidateOptionsResult.Success;
    }
}
