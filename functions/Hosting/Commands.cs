namespace ServerlessParty.Hosting;

/// <summary>Finds the command that was asked for and runs it.</summary>
internal static class Commands
{
    private const int Misused = 2;

    public static async Task<int> RunAsync(
        IServiceProvider services, string name, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<ICommand>().OrderBy(command => command.Name).ToList();
        if (commands.Find(command => command.Name == name) is not { } found)
        {
            await Console.Error.WriteLineAsync($"Unknown command `{name}`. Commands: {string.Join("; ", commands.Select(Line))}.");
            return Misused;
        }

        if (words.Count != found.Words)
        {
            await Console.Error.WriteLineAsync($"Usage: {Line(found)}");
            return Misused;
        }

        return await found.RunAsync(words, cancellationToken);
    }

    private static string Line(ICommand command) => $"{command.Name} {command.Usage}".TrimEnd();
}
