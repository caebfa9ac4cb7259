using System.Net;
using Microsoft.Extensions.Logging.Console;
using ServerlessParty.Hosting.Logs;

namespace ServerlessParty.Hosting;

/// <summary>Where the app listens, and what it says on its console.</summary>
internal static class Listening
{
    private const string DevelopmentAddress = "http://127.0.0.1:5080";

    public static void Listen(this WebApplicationBuilder builder, RunMode mode)
    {
        if (mode.HandlerPort is { } port)
        {
            // The host's own addresses are inherited as settings; only what it asked for counts.
            builder.WebHost.UseUrls($"http://{IPAddress.Loopback}:{port}");
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Configure());
        }
        else if (mode.IsDevelopment && builder.Configuration.Text(WebHostDefaults.ServerUrlsKey) is null)
        {
            builder.WebHost.UseUrls(DevelopmentAddress);
        }
    }

    /// <summary>
    /// One line per record, errors to standard error, and of the framework only what went wrong. People who develop read
    /// words; elsewhere a record is JSON. The Functions host knows warnings only by their coming over standard error.
    /// </summary>
    public static void WriteQuietLogs(this WebApplicationBuilder builder, RunMode mode)
    {
        if (mode is { IsDevelopment: true, UnderFunctionsHost: false })
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        }
        else
        {
            builder.Logging.AddConsole(console => console.FormatterName = LineFormatter.FormatterName);
            builder.Logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        }

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Azure", LogLevel.Warning);
        // It would print the stack of a start that fails, which ends in one line anyway.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // It warns that the key ring is not encrypted by a key of the machine: it lies in a private container, encrypted at rest.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        builder.Services.Configure<ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = mode.UnderFunctionsHost ? LogLevel.Warning : LogLevel.Error);
    }
}
