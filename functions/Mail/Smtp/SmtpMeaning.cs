using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ServerlessParty.Mail.Smtp;

/// <summary>What a failure means for letters: of 4xx a relay says that it may go later, of 5xx that it never will (RFC 5321 §4.2.1).</summary>
internal static class SmtpMeaning
{
    private const int MaxWordsLength = 300;

    /// <summary>Nothing was sent yet. Null for what is no failure of the line.</summary>
    public static HandOver.NotSent? OfConnecting(Exception failure) => failure switch
    {
        SslHandshakeException => Stop(
            "Mail__Smtp__Tls: the relay's certificate is not accepted (wrong name, out of date, or of an authority this machine does not trust), or it speaks no TLS on this port"),
        AuthenticationException => Stop("Mail__Smtp__User: the relay refuses user and password"),
        NotSupportedException => Stop("Mail__Smtp__Tls: the relay offers no STARTTLS, or no way to sign in"),
        SmtpCommandException refused => new(Words(refused), null),
        _ when IsLoss(failure) => new($"The relay is not reached: {Kind(failure)}", null),
        _ => null,
    };

    /// <param name="hasBegun">Whether any of the letter's text went out.</param>
    public static HandOver? OfSending(Exception failure, bool hasBegun) => failure switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refused when IsFinal(refused) =>
            Stop($"Mail__From: the relay refuses this sender: {Words(refused)}"),
        SmtpCommandException refused when IsFinal(refused)
            && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted =>
            new HandOver.Refused(Words(refused)),
        SmtpCommandException refused => new HandOver.NotSent(Words(refused), null),
        ServiceNotAuthenticatedException => Stop("Mail__Smtp__User: the relay wants a user and a password"),
        _ when !IsLoss(failure) => null,
        _ when hasBegun => new HandOver.Unknown($"The relay's answer was lost: {Kind(failure)}"),
        _ => new HandOver.NotSent($"The connection broke: {Kind(failure)}", null),
    };

    private static bool IsFinal(SmtpCommandException refused) => (int)refused.StatusCode >= 500;

    private static bool IsLoss(Exception failure) => failure is IOException or SocketException or ProtocolException
        or OperationCanceledException or TimeoutException or ServiceNotConnectedException;

    private static HandOver.NotSent Stop(string problem) => new(problem, null, StopsRun: true);

    private static string Words(SmtpCommandException refused)
    {
        var words = $"{(int)refused.StatusCode} {refused.Message.ReplaceLineEndings(" ")}";
        return words.Length > MaxWordsLength ? words[..MaxWordsLength] : words;
    }

    private static string Kind(Exception failure) => failure switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        IOException { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        OperationCanceledException or TimeoutException => "no answer in time",
        _ => failure.GetType().Name,
    };
}
