using System.Globalization;
using ServerlessParty.Minutes.Content;
using ServerlessParty.Minutes.Content.Scan;

namespace ServerlessParty.Hosting;

internal static class MinutesServices
{
    private const string ScanHostKey = "Scan:ClamdHost";
    private const string ScanPortKey = "Scan:ClamdPort";

    public static IServiceCollection AddMinutes(this IServiceCollection services, IConfiguration configuration)
    {
        var scan = Scan(configuration);
        return services.AddSingleton(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            return new CheckContent(scan is null ? null : new ClamdScanner(scan, time), time);
        });
    }

    /// <summary>Null: no scanner is wanted. An address that is wrong or silent never means that.</summary>
    private static ScanOptions? Scan(IConfiguration configuration)
    {
        if (configuration.Text(ScanHostKey) is not { } host)
        {
            return null;
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw Settings.Wrong(ScanHostKey, $"must be a host name or an address without a port, not `{host}`");
        }

        return configuration.Text(ScanPortKey) is not { } text ? new(host)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= ushort.MaxValue
                ? new(host, port)
                : throw Settings.Wrong(ScanPortKey, $"must be a port number, not `{text}`");
    }
}
