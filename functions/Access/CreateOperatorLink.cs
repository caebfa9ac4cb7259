namespace ServerlessParty.Access;

/// <summary>Makes the one-time link that a developer's machine prints at start; each start makes its own.</summary>
public sealed class CreateOperatorLink(SignInLinks links, OperatorToken operatorToken)
{
    /// <returns>The link, or null where operators may not sign in this way.</returns>
    public async Task<Uri?> RunAsync(CancellationToken cancellationToken) => operatorToken.IsOn
        ? await links.CreateAsync(Callers.OperatorSubject, int.MaxValue, null, cancellationToken) : null;
}
