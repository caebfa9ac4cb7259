namespace ServerlessParty.Minutes.Content.Scan;

/// <summary>Where the virus scanner is (settings <c>Scan:ClamdHost</c>, <c>Scan:ClamdPort</c>).</summary>
/// <param name="ClamdHost">A host name or an address, where clamd listens on TCP.</param>
/// <param name="ClamdPort">1 to 65535.</param>
public sealed record ScanOptions(string ClamdHost, int ClamdPort = ScanOptions.DefaultPort)
{
    /// <summary>clamd's own.</summary>
    public const int DefaultPort = 3310;
}
