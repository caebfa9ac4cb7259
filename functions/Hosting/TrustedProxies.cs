using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using ServerlessParty.Access;
using IPNetwork = System.Net.IPNetwork;

namespace ServerlessParty.Hosting;

/// <summary>
/// Who may say by <c>X-Forwarded-*</c> how a request came in: the proxies of the setting <c>Web:TrustedProxies</c>, which without it are
/// those on this machine. The Functions host is one of them. A chain of hops is believed from its end up to the first stranger.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "Web:TrustedProxies";

    private static readonly IPNetwork[] ThisMachine = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Must come after the triggers, which look at these headers as they were sent, and before all that asks for scheme or host.</summary>
    public static void UseTrustedProxies(this WebApplication app, RunMode mode)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Of(app.Configuration, mode))
        {
            options.KnownIPNetworks.Add(network);
        }

        var links = app.Services.GetRequiredService<LinkBase>();
        if (links.Host is { } host)
        {
            options.AllowedHosts.Add(host);
        }

        app.UseForwardedHeaders(options);
        if (links.IsHttps)
        {
            // Whoever ends TLS in front need not say so: nobody is meant to come otherwise.
            app.Use((context, next) =>
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
                return next(context);
            });
        }
    }

    /// <exception cref="StartRefusedException">The setting names what is no address and no network.</exception>
    internal static IReadOnlyList<IPNetwork> Of(IConfiguration configuration, RunMode mode)
    {
        var named = (configuration.Text(Setting) ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse).ToList();
        return named.Count == 0 || mode.UnderFunctionsHost ? [.. named, .. ThisMachine] : named;
    }

    private static IPNetwork Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw Settings.Wrong(Setting, $"must be addresses or networks like 10.0.0.0/8, separated by commas, not `{text}`");
    }
}
