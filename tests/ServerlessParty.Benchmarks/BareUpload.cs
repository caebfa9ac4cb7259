using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace ServerlessParty.Benchmarks;

/// <summary>
/// The least that a server can do with a file that arrives in a form: hand its stream to the blob SDK's own upload, with no
/// check, no hash, no row and no letter.
/// </summary>
internal sealed class BareUpload : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BareUpload(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<BareUpload> StartAsync(BlobContainerClient container)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(o => o.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        app.MapPost("/api/minutes", context => TakeAsync(context.Request, container));
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task TakeAsync(HttpRequest request, BlobContainerClient container)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value!;
        var reader = new MultipartReader(boundary, request.Body, 128 * 1024);
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            if (section.GetContentDispositionHeader()!.IsFileDisposition())
            {
                await container.GetBlobClient($"bare-{Guid.NewGuid():N}").UploadAsync(section.Body);
            }
        }
    }
}
