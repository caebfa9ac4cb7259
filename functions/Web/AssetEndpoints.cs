using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using ServerlessParty.Access;

namespace ServerlessParty.Web;

internal static class AssetEndpoints
{
    private const string Brotli = "br";

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        foreach (var asset in Asset.All)
        {
            routes.MapGet(asset.Path, (HttpContext context) => Send(context, asset)).ForEverybody();
        }
    }

    private static FileContentHttpResult Send(HttpContext context, Asset asset)
    {
        // An address without the version, or with an old one, must not be kept: what it stands for changes.
        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Version
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!TakesBrotli(context.Request))
        {
            return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: Tag(asset.Version));
        }

        context.Response.Headers.ContentEncoding = Brotli;
        return TypedResults.Bytes(asset.Compressed.Value, asset.ContentType, entityTag: Tag($"{asset.Version}-{Brotli}"));
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == Brotli && coding.Quality is not <= 0);

    private static EntityTagHeaderValue Tag(string version) => new($"\"{version}\"");
}
