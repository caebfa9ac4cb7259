namespace ServerlessParty.Hosting;

/// <summary>A line for the person at the console, printed once the app listens.</summary>
public interface IStartupLine
{
    /// <param name="address">Where the app can be reached.</param>
    /// <returns>The line, or null for nothing to say.</returns>
    Task<string?> TextAsync(Uri address, CancellationToken cancellationToken);
}
