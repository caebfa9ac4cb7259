using System.Globalization;

namespace ServerlessParty.Hosting;

/// <summary>Which of the three ways this process runs in: under the Functions host, as a server, or locally.</summary>
/// <param name="HandlerPort">The port on 127.0.0.1 that the Functions host asked for; null when there is no such host.</param>
/// <param name="IsDevelopment">Whether the environment is Development.</param>
public sealed record RunMode(int? HandlerPort, bool IsDevelopment)
{
    private const string PortSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    public bool UnderFunctionsHost => HandlerPort is not null;

    /// <exception cref="StartRefusedException">The port is not a number from 1 to 65535.</exception>
    internal static RunMode Of(IConfiguration configuration, IHostEnvironment environment) =>
        new(PortOf(configuration[PortSetting]), environment.IsDevelopment());

    private static int? PortOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? port
            : throw new StartRefusedException($"{PortSetting}: must be a port number, not `{text}`.");
    }
}
