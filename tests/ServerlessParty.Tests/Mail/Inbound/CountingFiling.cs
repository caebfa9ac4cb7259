using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Tests.Mail.Inbound;

/// <summary>Brings every mail to the same end, or fails, and counts.</summary>
internal sealed class CountingFiling(IIntake intake) : IMailFiling
{
    private int _filed;

    public int Filed => _filed;

    public InboundMail? LastContent { get; private set; }

    public bool Fails { get; set; }

    public bool Hangs { get; set; }

    /// <summary>Something that passes stands in the way.</summary>
    public bool Waits { get; set; }

    public async Task<IntakeMail> FileAsync(IntakeMail mail, InboundMail? content, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _filed);
        LastContent = content;
        if (Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return Fails ? throw new InvalidOperationException("cannot")
            : Waits ? mail
            : (await intake.AdvanceAsync(mail, mail with { State = IntakeState.Filed }, cancellationToken))!;
    }
}
