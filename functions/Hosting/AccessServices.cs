using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting;

internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection("Access"))
            .Validate<DevelopmentPowers>(AccessOptions.MayHaveToken, AccessOptions.TokenElsewhere)
            .Validate(AccessOptions.TokenIsUsable, AccessOptions.TokenUnusable)
            .ValidateOnStart();
        services.AddOptions<WebOptions>().Bind(configuration.GetSection("Web"))
            .Validate(WebOptions.UrlIsUsable, WebOptions.UrlUnusable)
            .ValidateOnStart();
        services.AddSingleton(p => Powers(p.GetRequiredService<IHostEnvironment>(), configuration));
        services.AddSingleton(p => new OperatorToken(
            p.GetRequiredService<DevelopmentPowers>(), p.GetRequiredService<IOptions<AccessOptions>>().Value.AdminToken));
        services.AddSingleton(p => new LinkBase(p.GetRequiredService<IOptions<WebOptions>>().Value.Url));
        return services.AddUseCases().AddSession();
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.TryAddTransient<VerifyChain>();
        services.AddTransient<VerifyTrails>().AddTransient<AnchorTrails>().AddTransient<WatchTrails>();
        services.AddSingleton<UnitLinks>().AddSingleton<IUnitLinks>(p => p.GetRequiredService<UnitLinks>());
        services.AddSingleton<ISecretaryLinks, SecretaryLinks>();
        services.AddSingleton<HandInTokens>()
            .AddSingleton<IHandInTokens>(p => p.GetRequiredService<HandInTokens>())
            .AddSingleton<IHandInAddresses>(p => p.GetRequiredService<HandInTokens>());
        return services.AddTransient<SignInLinks>().AddTransient<OpenUnitLink>().AddTransient<UnitCookie>()
            .AddTransient<Callers>().AddTransient<UnitPowers>().AddTransient<AccessGuard>()
            .AddTransient<RequestSignIn>().AddTransient<SendFreshLink>().AddTransient<CreateOperatorLink>().AddTransient<Invite>();
    }

    private static IServiceCollection AddSession(this IServiceCollection services)
    {
        // Where the keys are kept is the store's matter; the name makes every instance read the same cookies.
        services.AddDataProtection().SetApplicationName("ServerlessParty");
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<LinkBase>((options, links) => options.Cookie.SecurePolicy = Secure(links));
        services.AddAuthentication(Session.Scheme).AddCookie(Session.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Session.Scheme).Configure<LinkBase>((options, links) =>
        {
            options.Cookie.Name = Session.Scheme;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = Secure(links);
            options.ExpireTimeSpan = Session.Length;
            options.SlidingExpiration = true;
        });
        return services;
    }

    private static CookieSecurePolicy Secure(LinkBase links) =>
        links.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    private static DevelopmentPowers Powers(IHostEnvironment environment, IConfiguration configuration) =>
        DevelopmentPowers.Of(
            environment.IsDevelopment(),
            !string.IsNullOrEmpty(configuration["FUNCTIONS_CUSTOMHANDLER_PORT"]),
            Addresses(configuration));

    private static IEnumerable<string> Addresses(IConfiguration configuration) =>
        [
            .. (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries),
            .. string.IsNullOrEmpty(configuration["urls"]) ? AnyAddress(configuration) : [],
            .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? ""),
        ];

    /// <summary>Ports without an address listen on every one.</summary>
    private static IEnumerable<string> AnyAddress(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["http_ports"]) && string.IsNullOrEmpty(configuration["https_ports"])
            ? [] : ["http://0.0.0.0"];
}
