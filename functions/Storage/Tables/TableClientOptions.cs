using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>Retries, transport and diagnostics of a client, as in every client over Azure.Core.</summary>
public sealed class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) =>
        Version = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, "Not a known version."),
        };

    internal string Version { get; }

    [SuppressMessage("Naming", "CA1707", Justification = "The names are those of Azure.Data.Tables.")]
    [SuppressMessage("Design", "CA1008", Justification = "There is no version zero.")]
    public enum ServiceVersion
    {
        V2019_02_02 = 1,

        /// <summary>The first that knows token credentials for tables.</summary>
        V2020_12_06 = 2,
    }
}
