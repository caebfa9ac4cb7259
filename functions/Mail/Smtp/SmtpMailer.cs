using MailKit.Net.Smtp;
using MimeKit;

namespace ServerlessParty.Mail.Smtp;

/// <summary>
/// Hands letters to a relay of one's own, one after the other over one connection. A connection that broke is made anew, unless
/// it had carried nothing: then the rest of the call is left unsaid.
/// </summary>
public sealed class SmtpMailer : IMailer
{
    /// <summary>What one letter may take; a run gives an attempt two minutes.</summary>
    private static readonly TimeSpan LetterLimit = TimeSpan.FromSeconds(40);

    private readonly MailOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<SmtpClient> _makeClient;

    public SmtpMailer(MailOptions options, TimeProvider time)
        : this(options, time, SmtpLine.NewClient)
    {
    }

    /// <summary>For tests that know the relay's certificate.</summary>
    internal SmtpMailer(MailOptions options, TimeProvider time, Func<SmtpClient> makeClient) =>
        (_options, _time, _makeClient) = (options, time, makeClient);

    public int MaxLettersPerCall => 50;

    public async Task<IReadOnlyList<HandOver>> HandOverAsync(
        IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken)
    {
        using var line = new SmtpLine(_options.Smtp, _makeClient());
        var answers = new List<HandOver>(mails.Count);
        HandOver.NotSent? stop = null;
        foreach (var mail in mails)
        {
            answers.Add(EmailAddress.IsValid(mail.To)
                ? stop ?? await SendAsync(line, mail, cancellationToken)
                : new HandOver.Refused("The address is not one."));
            stop ??= StopAfter(answers[^1], line);
        }

        await line.QuitAsync(cancellationToken);
        return answers;
    }

    /// <summary>A relay cannot be asked what it did with an earlier letter.</summary>
    public Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken) =>
        Task.FromResult<HandOver?>(null);

    private async Task<HandOver> SendAsync(SmtpLine line, OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LetterLimit);
        using var message = MimeLetter.Of(mail, _options, _time.GetUtcNow());
        return await line.ConnectAsync(limit.Token)
            ?? await line.SendAsync(message, new MailboxAddress("", _options.From), new MailboxAddress("", mail.To), limit.Token);
    }

    private static HandOver.NotSent? StopAfter(HandOver answer, SmtpLine line) => answer switch
    {
        HandOver.NotSent { StopsRun: true } stop => stop,
        HandOver.NotSent lost when !line.IsOpen && line.Carried == 0 => lost,
        HandOver.Unknown when !line.IsOpen && line.Carried == 0 => new("not begun: the connection broke before it", null),
        _ => null,
    };
}
