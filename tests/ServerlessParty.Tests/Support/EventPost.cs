using ServerlessParty.Mail;

namespace ServerlessParty.Tests.Support;

/// <summary>What sends letters that events cause, over ports in memory.</summary>
internal sealed class EventPost
{
    public EventPost(TimeProvider? clock = null) => Send = new(
        Letters, Mailer, Templates, LetterRendering.Html(), StoreLanguage.Vietnamese,
        clock ?? StoppedClock.At("2026-12-04T02:05:00Z"), Log);

    /// <summary>The store's own texts.</summary>
    public OwnTemplates Templates { get; } = new();

    public EventLetters Letters { get; } = new();

    public InMemoryMailer Mailer { get; } = new(new());

    public LogLines<SendEventLetter> Log { get; } = new();

    public SendEventLetter Send { get; }

    /// <summary>The one letter that left.</summary>
    public OutgoingMail Sent => Assert.Single(Mailer.Taken);
}
