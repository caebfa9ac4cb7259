using System.Net;
using System.Net.Sockets;

namespace ServerlessParty.Tests.Support;

internal static class Ports
{
    /// <summary>A port of this machine that nobody listens on; the system does not give it away again soon.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
