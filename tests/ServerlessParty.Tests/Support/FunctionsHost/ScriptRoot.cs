using System.Text.Json;

namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>What the Functions host reads in a published folder: <c>host.json</c> and one <c>function.json</c> in each direct child.</summary>
internal sealed class ScriptRoot
{
    private ScriptRoot(string folder)
    {
        Folder = folder;
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "host.json")));
        var handler = host.RootElement.GetProperty("customHandler");
        Executable = Path.Combine(folder, handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString()!);
        Forwards = IsOn(handler, "enableForwardingHttpRequest");
        Proxies = IsOn(handler, "enableProxyingHttpRequest");
        Patience = TimeSpan.Parse(
            handler.GetProperty("initializationTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        RoutePrefix = host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString()!;
        Functions = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(FunctionFile.TryRead).OfType<FunctionFile>()];
    }

    public string Folder { get; }

    /// <summary>Resolved against the folder, as the host does when the file is there.</summary>
    public string Executable { get; }

    public bool Forwards { get; }

    public bool Proxies { get; }

    public TimeSpan Patience { get; }

    public string RoutePrefix { get; }

    public IReadOnlyList<FunctionFile> Functions { get; }

    public IEnumerable<FunctionFile> Timers => Functions.Where(f => f.Schedule is not null);

    public static ScriptRoot Of(string folder) => new(folder);

    /// <summary>The function whose route is <paramref name="path"/>; a route of plain words wins over one that takes the rest.</summary>
    public FunctionFile? Serving(string path, string method) =>
        Functions.Where(f => f.Serves(RoutePrefix, path, method)).OrderBy(f => f.TakesTheRest).FirstOrDefault();

    private static bool IsOn(JsonElement handler, string name) => handler.TryGetProperty(name, out var flag) && flag.GetBoolean();
}

/// <summary>One function, as its file says.</summary>
/// <param name="Binding">The name of the trigger's binding.</param>
/// <param name="Schedule">Six fields; null for one that HTTP triggers.</param>
/// <param name="Route">Below the prefix; null for a timer.</param>
internal sealed record FunctionFile(
    string Name, string Binding, string? Schedule, string? Route, string AuthLevel, IReadOnlyList<string> Methods, bool IsHttpInAndOut)
{
    public bool TakesTheRest => Route == "{*path}";

    public static FunctionFile? TryRead(string folder)
    {
        var path = Path.Combine(folder, "function.json");
        return File.Exists(path) ? Read(Path.GetFileName(folder), File.ReadAllBytes(path)) : null;
    }

    public bool Serves(string prefix, string path, string method) =>
        Route is not null
        && Methods.Contains(method, StringComparer.OrdinalIgnoreCase)
        && (TakesTheRest || string.Equals($"/{prefix}/{Route}".Replace("//", "/", StringComparison.Ordinal), path, StringComparison.OrdinalIgnoreCase));

    private static FunctionFile Read(string name, byte[] json)
    {
        using var file = JsonDocument.Parse(json);
        var bindings = file.RootElement.GetProperty("bindings").EnumerateArray().ToList();
        var trigger = bindings.Single(b => Text(b, "type")!.EndsWith("Trigger", StringComparison.Ordinal));
        return new(
            name, Text(trigger, "name")!, Text(trigger, "schedule"), Text(trigger, "route"), Text(trigger, "authLevel") ?? "function",
            trigger.TryGetProperty("methods", out var methods) ? [.. methods.EnumerateArray().Select(m => m.GetString()!)] : [],
            bindings.Count == 2 && Text(trigger, "type") == "httpTrigger" && bindings.Any(b => Text(b, "type") == "http"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
