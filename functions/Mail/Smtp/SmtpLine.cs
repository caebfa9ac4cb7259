using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ServerlessParty.Mail.Smtp;

/// <summary>A connection to the relay, and what can be known of a letter however its sending ends.</summary>
internal sealed class SmtpLine(SmtpOptions options, SmtpClient client) : IDisposable
{
    private const int MaxWordsLength = 300;

    /// <summary>Online revocation lists are out of reach in a closed network; chain, name and dates are checked.</summary>
    public static SmtpClient NewClient() => new() { CheckCertificateRevocation = false };

    /// <summary>How many letters the relay took over the connection there is, or over the last one.</summary>
    public int Carried { get; private set; }

    public bool IsOpen => client.IsConnected;

    /// <summary>Makes sure that there is a connection and that the relay knows us.</summary>
    /// <returns>Null when there is; else why nothing can be sent.</returns>
    public async Task<HandOver.NotSent?> ConnectAsync(CancellationToken cancellationToken)
    {
        if (client.IsConnected)
        {
            return null;
        }

        Carried = 0;
        try
        {
            await client.ConnectAsync(options.Host, options.PortNumber!.Value, Security(options.Mode), cancellationToken);
            // In pieces of a stated length, the last piece ends the letter; with DATA a mark of its own does, so that a letter cut off is none.
            client.Capabilities &= ~SmtpCapabilities.Chunking;
            if (options.User.Length > 0)
            {
                await client.AuthenticateAsync(options.User, options.Password, cancellationToken);
            }

            return null;
        }
        catch (Exception e) when (SmtpMeaning.OfConnecting(e) is { } answer)
        {
            await QuitAsync(CancellationToken.None);
            return answer;
        }
    }

    public async Task<HandOver> SendAsync(
        MimeMessage message, MailboxAddress from, MailboxAddress to, CancellationToken cancellationToken)
    {
        var progress = new Progress();
        try
        {
            var words = await client.SendAsync(MimeLetter.Format, message, from, [to], cancellationToken, progress);
            Carried++;
            return new HandOver.Taken(Cut(words));
        }
        catch (Exception e) when (SmtpMeaning.OfSending(e, progress.HasBegun) is { } answer)
        {
            if (e is not SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable })
            {
                await QuitAsync(CancellationToken.None);
            }

            return answer;
        }
    }

    /// <summary>Takes leave where that is still possible; what was sent is sent.</summary>
    public async Task QuitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: client.IsConnected, cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or OperationCanceledException or InvalidOperationException)
        {
            // It is gone, which is what was wanted.
        }
    }

    public void Dispose() => client.Dispose();

    private static string Cut(string words) => words.Length > MaxWordsLength ? words[..MaxWordsLength] : words;

    private static SecureSocketOptions Security(SmtpTls? mode) => mode switch
    {
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpTls.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Knows whether any of the letter's text went out: before, the relay cannot have it.</summary>
    private sealed class Progress : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
