using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace ServerlessParty.Access;

/// <summary>The session of a person who signed in: a cookie that names the grant and nothing else.</summary>
internal static class Session
{
    public const string Scheme = "session";

    /// <summary>How long a session lasts without a request.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private const string SubjectClaim = "subject";

    public static Task BeginAsync(HttpContext context, string subject)
    {
        var identity = new ClaimsIdentity([new Claim(SubjectClaim, subject)], Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Whom the session cookie names, or null.</summary>
    public static async Task<string?> SubjectAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(Scheme);
        return result.Principal?.FindFirstValue(SubjectClaim);
    }
}
