namespace ServerlessParty.Access;

/// <summary>Makes one-time sign-in links and takes them back.</summary>
public sealed class SignInLinks(ISignInTokens tokens, LinkBase links, TimeProvider time)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>The most characters of a token that are looked at.</summary>
    public const int MaxTokenLength = 100;

    /// <param name="mostAlive">How many unused links of <paramref name="subject"/> may live at once.</param>
    /// <param name="returnUrl">A path on this site to go on to, or null.</param>
    /// <returns>The link, or null when that many live already.</returns>
    public async Task<Uri?> CreateAsync(
        string subject, int mostAlive, string? returnUrl, CancellationToken cancellationToken)
    {
        var token = Secrets.NewToken();
        var now = time.GetUtcNow();
        var kept = new SignInToken(Secrets.Hash(token), subject, now + Lifetime);
        var query = returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl);
        return await tokens.StoreAsync(kept, mostAlive, now, cancellationToken)
            ? links.To($"sign-in/{token}{query}") : null;
    }

    /// <summary>Uses a link up.</summary>
    /// <returns>Whose it was, or null when it is unknown, used or older than <see cref="Lifetime"/>.</returns>
    public async Task<string?> TakeAsync(string token, CancellationToken cancellationToken) =>
        token.Length > MaxTokenLength
            ? null
            : (await tokens.TakeAsync(Secrets.Hash(token), time.GetUtcNow(), cancellationToken))?.Subject;
}
