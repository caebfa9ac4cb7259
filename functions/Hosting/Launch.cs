using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using ServerlessParty.Storage;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

/// <summary>One start of the executable, from its command line to its exit code.</summary>
internal static partial class Launch
{
    private const int Failed = 1;

    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(2);

    /// <returns>0 after a server was told to end or a command succeeded. Under the Functions host never 0: it would not start the app again.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        try
        {
            var line = CommandLine.Of(args);
            var builder = BackOffice.CreateBuilder(line.Settings);
            await using var store = await LocalMode.EnterAsync(builder, mayShare: line.Command is not null, cancellationToken);
            StoragePlace.Check(builder.Configuration);
            await using var app = BackOffice.Compose(builder);
            return line.Command is null
                ? await ServeAsync(app, cancellationToken)
                : await Commands.RunAsync(app.Services, line.Command, line.Arguments, cancellationToken);
        }
        catch (Exception e) when (e is StartRefusedException or OptionsValidationException or UnavailableException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
    }

    private static async Task<int> ServeAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await CheckStoreAsync(app, cancellationToken);
        await StartAsync(app, cancellationToken);
        foreach (var address in app.Urls)
        {
            Console.WriteLine($"Now listening on: {address}");
        }

        await SayMoreAsync(app, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return app.Services.GetRequiredService<RunMode>().UnderFunctionsHost ? Failed : Environment.ExitCode;
    }

    /// <summary>
    /// On a box an older version must not look as if it had started. Under the Functions host the first request that needs the
    /// store finds out: starting costs no read there, and a process that ends is started again and again.
    /// </summary>
    /// <exception cref="UnavailableException">The store was written by a newer version.</exception>
    private static async Task CheckStoreAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Services.GetRequiredService<RunMode>().UnderFunctionsHost)
        {
            return;
        }

        try
        {
            var store = app.Services.GetRequiredService<Store>();
            var format = await store.FormatAsync().WaitAsync(StorePatience, cancellationToken);
            format.RefuseNewer(store.Schema);
        }
        catch (Exception e) when (e is not UnavailableException && !cancellationToken.IsCancellationRequested)
        {
            // A store that does not answer now may do so later; /healthz tells.
            LogStoreUnread(app.Logger, e);
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartRefusedException($"{e.Message.TrimEnd('.')}: choose another address with --urls.", e);
        }
    }

    private static async Task SayMoreAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var address = new Uri(app.Urls.First());
        foreach (var line in app.Services.GetServices<IStartupLine>())
        {
            try
            {
                if (await line.TextAsync(address, cancellationToken) is { } text)
                {
                    Console.WriteLine(text);
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogLineFailed(app.Logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The store does not answer yet")]
    private static partial void LogStoreUnread(ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A line for the console could not be made; the app serves all the same")]
    private static partial void LogLineFailed(ILogger logger, Exception error);
}
