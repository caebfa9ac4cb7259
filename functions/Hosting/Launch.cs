using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ServerlessParty.Hosting;

/// <summary>One start of the executable, from its command line to its exit code.</summary>
internal static partial class Launch
{
    private const int Failed = 1;

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
        catch (Exception e) when (e is StartRefusedException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
    }

    private static async Task<int> ServeAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await StartAsync(app, cancellationToken);
        foreach (var address in app.Urls)
        {
            Console.WriteLine($"Now listening on: {address}");
        }

        await SayMoreAsync(app, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return app.Services.GetRequiredService<RunMode>().UnderFunctionsHost ? Failed : Environment.ExitCode;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "A line for the console could not be made; the app serves all the same")]
    private static partial void LogLineFailed(ILogger logger, Exception error);
}
