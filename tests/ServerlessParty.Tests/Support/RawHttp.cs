using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ServerlessParty.Tests.Support;

/// <summary>Sends bytes as they are: no client tidies the path or the headers.</summary>
internal static class RawHttp
{
    /// <param name="request">Lines with <c>\n</c>; a head without its end is ended.</param>
    public static async Task<(int Status, string Answer)> AskAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        var text = request.Contains("\n\n", StringComparison.Ordinal) ? request : request + "\nConnection: close\nContent-Length: 0\n\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        return (int.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture), answer);
    }
}
