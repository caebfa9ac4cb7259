namespace ServerlessParty.Mail;

/// <summary>What the carrier's answer makes of a letter under way (I4).</summary>
public static class LetterAnswers
{
    /// <summary>How long a letter waits that did not leave where the carrier names no time.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The letter after the answer to its attempt. Only a reminder can be made again from what is stored: the text of
    /// other letters is gone with the request that wrote it, so that not sent means failed for them.
    /// </summary>
    public static Letter After(this Letter letter, HandOver answer, DateTimeOffset now)
    {
        var answered = letter with { ChangedAt = now };
        return answer switch
        {
            HandOver.Taken taken => answered with { State = LetterState.HandedOver, ProviderId = taken.ProviderId, Problem = null },
            HandOver.NotSent later when letter.Id.Class == LetterClass.Reminder => answered with
            {
                State = LetterState.Planned,
                NotBefore = later.NotBefore ?? now + Pause,
                Problem = later.Problem,
            },
            HandOver.NotSent lost => answered with { State = LetterState.Failed, Problem = lost.Problem },
            HandOver.Refused refused => answered with { State = LetterState.Failed, Problem = refused.Problem },
            HandOver.Unknown unknown => answered with { State = LetterState.Uncertain, Problem = unknown.Problem },
            _ => throw new InvalidOperationException($"Unknown answer {answer}."),
        };
    }
}
