using System.Net;
using ServerlessParty.Mail;
using ServerlessParty.Mail.SendGrid;

namespace ServerlessParty.Tests.Faults;

/// <summary>The product's SendGrid mailer with few letters a call, so that a small day makes several.</summary>
internal sealed class FaultCarrier(SendGridMailer inner) : IMailer
{
    public int MaxLettersPerCall => 2;

    public Task<IReadOnlyList<HandOver>> HandOverAsync(
        IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken) =>
        inner.HandOverAsync(mails, cancellationToken);

    public Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken) =>
        inner.RecallAsync(letter, attempt, cancellationToken);
}

/// <summary>The line of a process to its carrier, which can be cut before, in the middle of and after a call.</summary>
internal sealed class FaultCarrierLine(FaultLine line) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        line.MailAsync(
            () => base.SendAsync(request, cancellationToken),
            () => SayHalfAsync(request, cancellationToken));

    private async Task SayHalfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Content = new Half(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        Assert.IsType<HttpRequestException>(
            await Record.ExceptionAsync(() => base.SendAsync(request, cancellationToken)));
    }

    private sealed class Half(byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
            await stream.FlushAsync();
            throw new IOException("The process died.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }
}
