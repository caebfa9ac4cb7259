namespace ServerlessParty.Hosting;

/// <summary>Finds the command that was asked for and runs it.</summary>
internal static class Commands
{
    private const int Misused = 2;

    public static async Task<int> RunAsync(
        IServiceProvider services, string name, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var entries = services.GetServices<CommandEntry>().ToList();
        if (entries.Find(entry => entry.Name == name) is not { } found)
        {
            var known = string.Join("; ", entries.Select(entry => entry.Usage));
            await Console.Error.WriteLineAsync($"Unknown command `{name}`. Commands: {known}.");
            return Misused;
        }

        if (words.Count != found.Words.Length)
        {
            await Console.Error.WriteLineAsync($"Usage: {found.Usage}");
            return Misused;
        }

        await using var scope = services.CreateAsyncScope();
        return await ((ICommand)scope.ServiceProvider.GetRequiredService(found.Type)).RunAsync(words, cancellationToken);
    }
}
