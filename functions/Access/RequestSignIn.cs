using System.Globalization;
using System.Security.Cryptography;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>
/// Mails a sign-in link to an address that was invited. It tells its caller nothing, so that nobody can ask who was;
/// the letter's record holds neither the link nor its token.
/// </summary>
public sealed class RequestSignIn(IGrants grants, SignInLinks links, SendEventLetter letters, TimeProvider time)
{
    /// <summary>The most unused links of one person at a time.</summary>
    public const int MostAlive = 3;

    /// <param name="returnUrl">A path on this site to go on to after signing in, or null.</param>
    public async Task RunAsync(string email, string? returnUrl, CancellationToken cancellationToken)
    {
        if (await grants.FindByEmailAsync(email, cancellationToken) is { } grant
            && await links.CreateAsync(grant.Id, MostAlive, returnUrl, cancellationToken) is { } link)
        {
            await SendAsync(grant, link, cancellationToken);
        }
    }

    /// <summary>A link lives 15 minutes: what did not leave now is not worth trying later, the person asks again.</summary>
    private async Task SendAsync(Grant grant, Uri link, CancellationToken cancellationToken)
    {
        var eventId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var day = PartyCalendar.DayOf(time.GetUtcNow());
        _ = await letters.RunAsync(SignInLetter.Write(grant.Email, eventId, link, CultureInfo.CurrentUICulture), day, cancellationToken)
            ?? throw new InvalidOperationException("A random event id met its like.");
    }
}
