using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting;

internal static class OrganizationsServices
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<CalendarOptions>().Bind(configuration.GetSection("Reminders"))
            .Validate(CalendarOptions.IsUsable, CalendarOptions.Wrong)
            .ValidateOnStart();
        services.AddSingleton(Calendar);
        services.AddSingleton(_ => Published("kinds.json", KindCatalog.Read));
        return services.AddTransient<ImportOrganizations>().AddTransient<ImportTemplate>().AddTransient<FindOrganizations>()
            .AddTransient<MoveOrganization>().AddTransient<ReplaceContacts>()
            .AddTransient<ReplaceSecretary>().AddTransient<RestoreAddress>().AddTransient<ListUnreachable>();
    }

    private static PartyCalendar Calendar(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<CalendarOptions>>().Value;
        return new(provider.GetRequiredService<TimeProvider>(), Published("holidays.json", HolidayFile.Read), options.Hours);
    }

    private static T Published<T>(string name, Func<Stream, T> read)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "seeds", name));
        return read(file);
    }
}
