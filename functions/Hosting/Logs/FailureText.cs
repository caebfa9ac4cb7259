using System.Net.Sockets;
using ServerlessParty.Storage;

namespace ServerlessParty.Hosting.Logs;

/// <summary>What can be told of an exception anywhere: its types, and codes that others gave. Its message may quote what a person sent.</summary>
internal static class FailureText
{
    private const int MaxDepth = 4;

    /// <summary>Outermost first: <c>TimeoutException &lt; RequestFailedException 503 ServerBusy</c>.</summary>
    public static string Of(Exception failure)
    {
        var names = new List<string>();
        for (var e = failure; e is not null && names.Count < MaxDepth; e = e.InnerException)
        {
            names.Add(Code(e) is { } code ? $"{e.GetType().Name} {code}" : e.GetType().Name);
        }

        return string.Join(" < ", names);
    }

    private static string? Code(Exception failure) => failure switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        _ => StorageFailure.Code(failure),
    };
}
