using System.Security.Cryptography;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>
/// Mails a sign-in link to an address that was invited. It tells its caller nothing, so that nobody can ask who was;
/// the letter's record holds neither the link nor its token.
/// </summary>
public sealed partial class RequestSignIn(
    IGrants grants, SignInLinks links, ILetters letters, IMailer mailer, SignInLetter text, TimeProvider time, ILogger<RequestSignIn> logger)
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

    private async Task SendAsync(Grant grant, Uri link, CancellationToken cancellationToken)
    {
        var eventId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var day = PartyCalendar.DayOf(time.GetUtcNow());
        var letter = await letters.BeginAsync(LetterClass.Access, eventId, day, grant.Email, cancellationToken)
            ?? throw new InvalidOperationException("A random event id met its like.");
        var mail = await text.WriteAsync(letter, link);
        var result = await HandOverAsync(mail, cancellationToken);
        await letters.AdvanceAsync([Settled(letter, mail.Subject, result)], cancellationToken);
    }

    private async Task<HandOver> HandOverAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            return (await mailer.HandOverAsync([mail], cancellationToken))[0];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The page answers the same whatever happens to the letter, or it would tell who was invited.
            LogFailed(failure, mail.Letter);
            return new HandOver.Unknown(failure.GetType().Name);
        }
    }

    /// <summary>A link lives 15 minutes: what did not leave now is not worth trying later, the person asks again.</summary>
    private Letter Settled(Letter letter, string subject, HandOver result)
    {
        var now = letter with { Subject = subject, ChangedAt = time.GetUtcNow() };
        return result switch
        {
            HandOver.Taken taken => now with { State = LetterState.HandedOver, ProviderId = taken.ProviderId },
            HandOver.NotSent failed => now with { State = LetterState.Failed, Problem = failed.Problem },
            HandOver.Refused refused => now with { State = LetterState.Failed, Problem = refused.Problem },
            HandOver.Unknown unknown => now with { State = LetterState.Uncertain, Problem = unknown.Problem },
            _ => throw new InvalidOperationException($"No such result: {result}."),
        };
    }

    [LoggerMessage(1, LogLevel.Error, "The sign-in letter {Letter} could not be handed over.")]
    private partial void LogFailed(Exception failure, LetterId letter);
}
