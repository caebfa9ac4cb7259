using ServerlessParty.Hosting.Emulator;

namespace ServerlessParty.Hosting;

/// <summary>A local run brings its own storage: in Development, when none is configured, and not under the Functions host.</summary>
internal static class LocalMode
{
    /// <summary>Opens the local store and puts it into the configuration; null when the run is not a local one.</summary>
    /// <param name="mayShare">Whether the store of a running instance will do: for commands.</param>
    public static async Task<LocalStore?> EnterAsync(
        WebApplicationBuilder builder, bool mayShare, CancellationToken cancellationToken)
    {
        var mode = RunMode.Of(builder.Configuration, builder.Environment);
        if (!mode.IsDevelopment || mode.UnderFunctionsHost || StoragePlace.IsSet(builder.Configuration))
        {
            return null;
        }

        var options = LocalOptions.Of(builder.Configuration);
        var store = await LocalStore.OpenAsync(options.DataPath, mayShare, Console.WriteLine, cancellationToken);
        StoragePlace.Put(builder.Configuration, store.Endpoints.ConnectionString);
        // On a machine of one's own there is nobody to ask first.
        builder.Configuration["Mail:Inbound:Enabled"] ??= "true";
        builder.Configuration["Mail:Inbound:Domain"] ??= "in.example.org";
        builder.Services.AddSample(options);
        return store;
    }
}
