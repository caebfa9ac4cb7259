namespace ServerlessParty.Hosting;

/// <summary>Something an operator does at the command line instead of serving.</summary>
internal interface ICommand
{
    /// <param name="words">What follows the command's name, as many as its usage names.</param>
    /// <returns>The exit code; 0 for success.</returns>
    /// <exception cref="StartRefusedException">A word is wrong; the message is shown.</exception>
    Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken);
}

/// <summary>How a command is called.</summary>
/// <param name="Name">The first word of the command line.</param>
/// <param name="Words">The names of the words that follow it.</param>
/// <param name="Type">The <see cref="ICommand"/> that runs it.</param>
internal sealed record CommandEntry(string Name, string[] Words, Type Type)
{
    public string Usage => string.Join(' ', [Name, .. Words.Select(word => $"<{word}>")]);
}
