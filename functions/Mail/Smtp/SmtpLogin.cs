using MailKit.Net.Smtp;

namespace ServerlessParty.Mail.Smtp;

/// <summary>Tries the way to the relay up to the login, and says no letter.</summary>
public sealed class SmtpLogin
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SmtpOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<SmtpClient> _makeClient;

    public SmtpLogin(MailOptions options, TimeProvider time)
        : this(options, time, SmtpLine.NewClient)
    {
    }

    /// <summary>For tests that know the relay's certificate.</summary>
    internal SmtpLogin(MailOptions options, TimeProvider time, Func<SmtpClient> makeClient) =>
        (_options, _time, _makeClient) = (options.Smtp, time, makeClient);

    /// <returns>Null when the relay let us in; else why not.</returns>
    public async Task<string?> TryAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var limits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var line = new SmtpLine(_options, _makeClient());
        var problem = await line.ConnectAsync(limits.Token);
        await line.QuitAsync(limits.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return problem?.Problem;
    }
}
