namespace ServerlessParty.Hosting;

/// <summary>Something an operator does at the command line instead of serving.</summary>
public interface ICommand
{
    /// <summary>The first word of the command line.</summary>
    string Name { get; }

    /// <summary>The words after the name, for the usage line: <c>&lt;folder&gt;</c>.</summary>
    string Usage { get; }

    /// <summary>How many words it takes after its name.</summary>
    int Words { get; }

    /// <returns>The exit code; 0 for success.</returns>
    /// <exception cref="StartRefusedException">An argument is wrong; its message is shown.</exception>
    Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken);
}
