using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ServerlessParty.Benchmarks;

/// <summary>
/// Folders as they are deployed: the product, and the emptiest app that ASP.NET Core can be, published in the very same way
/// (one self-contained file, compiled ahead) and in the default one (what <c>dotnet publish</c> alone makes of it).
/// </summary>
internal sealed record PublishedApps(string Product, string EmptySameWay, string EmptyDefault)
{
    private const string EmptyProject = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>
            <RuntimeIdentifiers>linux-x64</RuntimeIdentifiers>
            <PublishSingleFile Condition="'$(SelfContained)' == 'true'">true</PublishSingleFile>
            <PublishReadyToRun Condition="'$(SelfContained)' == 'true'">true</PublishReadyToRun>
            <PublishReadyToRunComposite Condition="'$(PublishReadyToRunComposite)' == ''">false</PublishReadyToRunComposite>
          </PropertyGroup>
        </Project>
        """;

    private const string EmptyProgram = """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => "Hello World!");
        app.Run();
        """;

    /// <param name="composite">Compiled with the runtime as a whole, as <c>infra/deploy</c> does it: minutes of work.</param>
    public static async Task<PublishedApps> MakeAsync(bool composite)
    {
        var root = Directory.CreateTempSubdirectory("published-").FullName;
        var source = Path.Combine(root, "Empty");
        Directory.CreateDirectory(source);
        await File.WriteAllTextAsync(Path.Combine(source, "Empty.csproj"), EmptyProject);
        await File.WriteAllTextAsync(Path.Combine(source, "Program.cs"), EmptyProgram);
        var apps = new PublishedApps(Path.Combine(root, "product"), Path.Combine(root, "same"), Path.Combine(root, "default"));
        await PublishAsync(source, apps.EmptyDefault);
        string[] way = ["-r", "linux-x64", "--self-contained", $"-p:PublishReadyToRunComposite={(composite ? "true" : "false")}"];
        await PublishAsync(source, apps.EmptySameWay, way);
        await PublishAsync(Functions(), apps.Product, way);
        return apps;
    }

    public string ProductFile => Path.Combine(Product, "ServerlessParty");

    public string EmptySameWayFile => Path.Combine(EmptySameWay, "Empty");

    public string EmptyDefaultFile => Path.Combine(EmptyDefault, "Empty");

    public void Remove() => Directory.Delete(Path.GetDirectoryName(Product)!, recursive: true);

    private static async Task PublishAsync(string project, string into, params string[] more)
    {
        Console.Error.WriteLine($"publishing {Path.GetFileName(into)} ...");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments = ["publish", project, "-c", "Release", "-o", into, "-v", "q", .. more];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(said);
        }
    }

    private static string Functions([CallerFilePath] string path = "") =>
        Path.GetFullPath("../../functions", Path.GetDirectoryName(path)!);
}
