namespace ServerlessParty.Access;

/// <summary>A mailed sign-in link as it is kept: its hash, never the token.</summary>
/// <param name="Hash">SHA-256 of the token, lower-case hex.</param>
/// <param name="Subject">The grant's id, or <c>operator</c> for the link printed at start.</param>
/// <param name="ExpiresAt">From this instant on the link is dead.</param>
public sealed record SignInToken(string Hash, string Subject, DateTimeOffset ExpiresAt);

/// <summary>The sign-in links that were made and not yet used.</summary>
public interface ISignInTokens
{
    /// <summary>Keeps a link unless its subject already has <paramref name="mostAlive"/> that live at <paramref name="now"/>.</summary>
    /// <returns>Whether it was kept.</returns>
    Task<bool> StoreAsync(
        SignInToken token, int mostAlive, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes the link and hands it to exactly one of those who ask, however many do at once; null when unknown, taken or dead at <paramref name="now"/>.</summary>
    Task<SignInToken?> TakeAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken);
}
