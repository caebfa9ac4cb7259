using ServerlessParty.Mail;

namespace ServerlessParty.Reminders;

/// <summary>How the carrier has failed since it last answered for a letter. After twenty calls in a row sending pauses by itself for an hour, and goes on with a single letter.</summary>
/// <param name="Failures">Calls in a row of which no letter was taken and none refused for its own sake.</param>
/// <param name="PausedUntil">Before this no run tries; from then on one tries a single letter first. Null while there is no pause.</param>
/// <param name="Reason">Where the carrier refuses the sender, as <c>{setting}: {reason}</c>; never a word about a reader.</param>
public sealed record CarrierTrouble(int Failures, DateTimeOffset? PausedUntil, string? Reason)
{
    public const int MaxFailures = 20;

    private static readonly TimeSpan PauseLength = TimeSpan.FromHours(1);

    public static CarrierTrouble None { get; } = new(0, null, null);

    /// <summary>Whether a run may not even try.</summary>
    public bool IsPausedAt(DateTimeOffset now) => now < PausedUntil;

    /// <summary>After one more call.</summary>
    public CarrierTrouble After(IReadOnlyCollection<HandOver> answers, DateTimeOffset now)
    {
        if (answers.Any(a => a is HandOver.Taken or HandOver.Refused))
        {
            return None;
        }

        var failures = Math.Min(Failures + 1, MaxFailures);
        return new(
            failures,
            failures == MaxFailures ? now + PauseLength : null,
            answers.OfType<HandOver.NotSent>().FirstOrDefault(a => a.StopsRun)?.Problem);
    }
}
