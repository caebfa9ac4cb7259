namespace ServerlessParty.Hosting;

/// <summary>How a local run keeps its data.</summary>
/// <param name="DataPath">The folder of the emulator's data and the mailbox; relative to the working directory.</param>
/// <param name="Sample">Whether an empty store gets the sample data.</param>
public sealed record LocalOptions(string DataPath, bool Sample)
{
    internal static LocalOptions Of(IConfiguration configuration) => new(
        Path.GetFullPath(configuration.Text("Local:DataPath") ?? ".local"),
        configuration.Flag("Local:Sample", otherwise: true));
}
