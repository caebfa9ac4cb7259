namespace ServerlessParty.Access;

/// <summary>
/// Whether powers that only a developer's own machine may have (operator token, mailbox page, sign-in line) are there:
/// the Development environment, every address on loopback, and not under the Functions host.
/// </summary>
public sealed record DevelopmentPowers(bool On)
{
    /// <param name="addresses">Every address the server is told to listen on; none means the default, which is loopback.</param>
    public static DevelopmentPowers Of(bool isDevelopment, bool underFunctionsHost, IEnumerable<string> addresses) =>
        new(isDevelopment && !underFunctionsHost && addresses.All(IsLoopback));

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
