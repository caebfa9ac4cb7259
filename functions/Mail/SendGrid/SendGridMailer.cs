using System.Buffers;
using System.Collections.Concurrent;
using System.Net;

namespace ServerlessParty.Mail.SendGrid;

/// <summary>
/// Hands letters to SendGrid. A request is taken or refused as a whole, so that what a refusal names is refused and the rest
/// is said again at once. After a request that failed for another reason the rest of the call is left unsaid.
/// </summary>
public sealed class SendGridMailer(SendGridLine line, MailOptions options) : IMailer
{
    /// <summary>At most as many as there were calls at once.</summary>
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];

    private const string NotBegun = "not begun: a request before it failed";

    public int MaxLettersPerCall => 100;

    public async Task<IReadOnlyList<HandOver>> HandOverAsync(
        IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken)
    {
        var answers = mails.Where(mail => !EmailAddress.IsValid(mail.To)).ToDictionary(
            mail => mail.Letter, HandOver (_) => new HandOver.Refused("The address is not one."));
        var left = new Stack<SendGridRequest>(
            SendGridRequests.Of(mails.Where(mail => !answers.ContainsKey(mail.Letter))).Reverse());
        HandOver.NotSent? stop = null;
        while (left.TryPop(out var request))
        {
            if (stop is null && !cancellationToken.IsCancellationRequested)
            {
                stop = await SendAsync(request, answers, left, cancellationToken);
            }
            else
            {
                Answer(request.Mails, stop ?? new HandOver.NotSent(NotBegun, null), answers);
            }
        }

        return [.. mails.Select(mail => answers[mail.Letter])];
    }

    /// <summary>SendGrid cannot be asked; its events tell.</summary>
    public Task<HandOver?> RecallAsync(LetterId letter, int attempt, CancellationToken cancellationToken) =>
        Task.FromResult<HandOver?>(null);

    /// <returns>Null to go on; else what is true of all letters of the call not yet said.</returns>
    private async Task<HandOver.NotSent?> SendAsync(
        SendGridRequest request, Dictionary<LetterId, HandOver> answers, Stack<SendGridRequest> left,
        CancellationToken cancellationToken)
    {
        var reply = await SayAsync(request, cancellationToken);
        if (reply is SendGridReply.Answered { Status: HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge } refusal)
        {
            return Refuse(request, refusal.Answer, answers, left);
        }

        var meaning = SendGridMeaning.Of(reply);
        Answer(request.Mails, meaning, answers);
        return meaning switch
        {
            HandOver.NotSent { StopsRun: true } stop => stop,
            HandOver.NotSent or HandOver.Unknown => new HandOver.NotSent(NotBegun, null),
            _ => null,
        };
    }

    /// <summary>A buffer that held a hundred letters has the size for the next hundred.</summary>
    private async Task<SendGridReply> SayAsync(SendGridRequest request, CancellationToken cancellationToken)
    {
        var buffer = _buffers.TryTake(out var used) ? used : new();
        request.Write(options, buffer);
        var reply = await line.SendAsync(buffer.WrittenMemory, cancellationToken);
        if (reply is SendGridReply.Answered { Status: HttpStatusCode.Accepted })
        {
            // Else the connection may still be reading from it.
            buffer.ResetWrittenCount();
            _buffers.Add(buffer);
        }

        return reply;
    }

    /// <summary>A refusal names letters, or the sender, or nothing; then halves find the letter that is meant.</summary>
    private static HandOver.NotSent? Refuse(
        SendGridRequest request, SendGridAnswer answer, Dictionary<LetterId, HandOver> answers, Stack<SendGridRequest> left)
    {
        if (answer.IsAboutSender)
        {
            var stop = new HandOver.NotSent($"Mail__From: SendGrid refuses this sender: {answer.Problem}", null, StopsRun: true);
            Answer(request.Mails, stop, answers);
            return stop;
        }

        var named = answer.ByLetter();
        var refused = request.Mails.Index().Where(m => named.ContainsKey(m.Index)).ToList();
        foreach (var (index, mail) in refused)
        {
            answers[mail.Letter] = new HandOver.Refused(named[index]);
        }

        var rest = request.Mails.Except(refused.Select(m => m.Item)).ToArray();
        if (refused.Count == 0 && rest.Length == 1)
        {
            answers[rest[0].Letter] = new HandOver.Refused(answer.Problem);
        }
        else if (rest.Length > 0)
        {
            foreach (var again in rest.Chunk(refused.Count > 0 ? rest.Length : (rest.Length + 1) / 2))
            {
                left.Push(new(again));
            }
        }

        return null;
    }

    private static void Answer(
        IReadOnlyList<OutgoingMail> mails, HandOver answer, Dictionary<LetterId, HandOver> answers)
    {
        foreach (var mail in mails)
        {
            answers[mail.Letter] = answer;
        }
    }
}
