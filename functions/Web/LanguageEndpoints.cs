using ServerlessParty.Access;

namespace ServerlessParty.Web;

internal static class LanguageEndpoints
{
    public static void MapLanguage(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/language", SetAsync).ForEverybody();

    private static async Task<IResult> SetAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(cancellationToken)
            : FormCollection.Empty;
        var language = form["language"] == "en" ? "en" : "vi";
        context.Response.Cookies.Append(Languages.Cookie, language, Options(context));
        return new SeeOther(form["returnTo"].ToString());
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
    };
}
