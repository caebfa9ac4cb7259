namespace ServerlessParty.Hosting;

/// <summary>A command with its arguments comes first, settings (<c>--Name=value</c>) after it.</summary>
/// <param name="Command">Null to serve.</param>
internal sealed record CommandLine(string? Command, string[] Arguments, string[] Settings)
{
    public static CommandLine Of(string[] args)
    {
        var words = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return new(words.FirstOrDefault(), [.. words.Skip(1)], args[words.Length..]);
    }
}
