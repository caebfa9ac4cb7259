namespace ServerlessParty.Access;

/// <summary>The base of every link that leaves the product.</summary>
/// <param name="publicUrl">The setting <c>Web:PublicUrl</c>; null where only the address listened on is known.</param>
public sealed class LinkBase(Uri? publicUrl)
{
    private Uri? _listening;

    /// <summary>Whether links are https, so that cookies may insist on it behind a proxy too.</summary>
    public bool IsHttps => publicUrl?.Scheme == Uri.UriSchemeHttps;

    /// <summary>The host name of <c>Web:PublicUrl</c>; null when it was not set.</summary>
    public string? Host => publicUrl?.Host;

    /// <summary>Whether <c>Web:PublicUrl</c> was set.</summary>
    public bool IsSet => publicUrl is not null;

    /// <summary>Tells the address that the server listens on, which counts only where no public one was set.</summary>
    public void UseListeningAddress(Uri address) => _listening = address;

    /// <param name="path">Below the base, without a leading slash: <c>u/…</c>.</param>
    /// <exception cref="InvalidOperationException">Neither a public nor a listening address is known yet.</exception>
    public Uri To(string path)
    {
        var address = publicUrl ?? _listening
            ?? throw new InvalidOperationException("Web:PublicUrl is not set and nothing is listened on.");
        return new Uri($"{address.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
