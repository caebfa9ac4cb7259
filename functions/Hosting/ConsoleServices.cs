namespace ServerlessParty.Hosting;

/// <summary>What the command line offers, and what a start says.</summary>
internal static class ConsoleServices
{
    public static IServiceCollection AddConsole(this IServiceCollection services) => services
        .AddCommand<LoadCommand>("load", "folder")
        .AddCommand<InviteCommand>("invite", "email", "role", "unit")
        .AddCommand<VerifyAuditCommand>("verify-audit")
        .AddCommand<RebuildDueCommand>("rebuild-due")
        .AddCommand<RebuildMinutesCommand>("rebuild-minutes")
        .AddCommand<UpgradeCommand>("upgrade")
        .AddCommand<CheckMailCommand>("check-mail")
        .AddTransient<IStartupLine, SignInLine>()
        .AddTransient<IStartupLine, AdminTokenLine>();

    private static IServiceCollection AddCommand<TCommand>(
        this IServiceCollection services, string name, params string[] words)
        where TCommand : class, ICommand =>
        services.AddTransient<TCommand>().AddSingleton(new CommandEntry(name, words, typeof(TCommand)));
}
