using ServerlessParty.Access;

namespace ServerlessParty.Hosting;

/// <summary>The link that makes a developer an operator with one click; nothing where there is no such power.</summary>
internal sealed class SignInLine(IServiceScopeFactory scopes, OperatorToken token) : IStartupLine
{
    public async Task<string?> TextAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!token.IsOn)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<CreateOperatorLink>().RunAsync(cancellationToken);
        return link is null ? null : $"Sign in: {link}";
    }
}

/// <summary>The operator's bearer token, where the start made one.</summary>
internal sealed class AdminTokenLine(OperatorToken token) : IStartupLine
{
    public Task<string?> TextAsync(Uri address, CancellationToken cancellationToken) =>
        Task.FromResult(token.Made is null ? null : $"Admin token: {token.Made}");
}
