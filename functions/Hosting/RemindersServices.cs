using System.Globalization;
using Microsoft.Extensions.Options;
using ServerlessParty.Hosting.Timers;
using ServerlessParty.Mail.Events;
using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Reminders.Addresses;
using ServerlessParty.Reminders.Letters;
using ServerlessParty.Reminders.Rules;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

internal static class RemindersServices
{
    private const string RunCapKey = "Reminders:RunCap";

    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        var options = new ReminderOptions(
            RunCap(configuration[RunCapKey]), ArmedByDefault: false, configuration["Mail:FromName"]?.Trim() ?? "");
        return services
            .AddSingleton(provider => options with
            {
                ArmedByDefault = provider.GetRequiredService<IHostEnvironment>().IsDevelopment(),
            })
            .AddRules()
            .AddPlanning()
            .AddSending()
            .AddAddresses()
            .AddTimer<PlanReminders, RemindersPlanned>((useCase, calendar, token) => useCase.RunAsync(calendar, token))
            .AddTimer<SendLetters, LettersSent>((useCase, calendar, token) => useCase.RunAsync(calendar, token))
            .AddSingleton<PreviewReminders>()
            .AddSingleton<ListCalls>()
            .AddSingleton<RetryLetter>()
            .AddSingleton<RetryLetters>()
            .AddSingleton<FindLetters>()
            .AddSingleton<ShowLetter>()
            .AddSingleton<LetterScope>()
            .AddSingleton<UnsettledCount>()
            .AddSingleton<IBanner, CarrierBanner>()
            .AddSingleton<IBanner, UnsettledBanner>()
            .AddSingleton<ISendingHealth, SendingHealthReading>();
    }

    private static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddSingleton<StepReading>()
        .AddSingleton<PlanReminders>()
        .AddSingleton<IDueDayWatch, CancelMovedReminders>();

    private static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton(_ => ShippedRules.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "rules.json")))
        .AddSingleton<CurrentRules>()
        .AddSingleton<IReminderRules>(provider => provider.GetRequiredService<CurrentRules>())
        .AddSingleton<CheckRules>()
        .AddSingleton<ChangeRules>()
        .AddSingleton<PreviewRules>();

    private static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddSingleton<LetterWriter>()
        .AddSingleton<LetterCheck>()
        .AddSingleton<LetterResults>()
        .AddSingleton<LetterSettling>()
        .AddSingleton<ILetterFollower, FollowLetters>()
        .AddSingleton<ILetterFollower, MarkAddresses>()
        .AddSingleton<LetterBatches>()
        .AddSingleton<SendLetters>();

    private static IServiceCollection AddAddresses(this IServiceCollection services) => services
        .AddSingleton<IContactWatch, NoteReaddressed>()
        .AddSingleton<AskSuperior>()
        .AddSingleton<LeaveOffice>()
        .AddSingleton<IHousework, AskWaiting>();

    private static int RunCap(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return ReminderOptions.DefaultRunCap;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cap)
            && cap is >= 1 and <= ReminderOptions.MaxRunCap
            ? cap
            : throw Wrong(RunCapKey, $"must be a number of letters from 1 to {ReminderOptions.MaxRunCap}, not `{text}`");
    }

    private static OptionsValidationException Wrong(string key, string reason) => new(
        nameof(ReminderOptions), typeof(ReminderOptions), [$"{key.Replace(":", "__", StringComparison.Ordinal)}: {reason}."]);
}
