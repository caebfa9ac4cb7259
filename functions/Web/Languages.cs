using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace ServerlessParty.Web;

/// <summary>
/// The language of a request: the reader's choice (a cookie), else what the browser asks for, else Vietnamese. It is
/// only about texts: days and numbers are written the Vietnamese way in both.
/// </summary>
internal static class Languages
{
    public const string Cookie = "language";

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture("vi-VN", "vi");
        options.SupportedCultures = [CultureInfo.GetCultureInfo("vi-VN")];
        options.SupportedUICultures = [CultureInfo.GetCultureInfo("vi"), CultureInfo.GetCultureInfo("en")];
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Task.FromResult(Chosen(context))),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    private static ProviderCultureResult? Chosen(HttpContext context) =>
        context.Request.Cookies[Cookie] is ("vi" or "en") and var language
            ? new ProviderCultureResult("vi-VN", language)
            : null;
}
