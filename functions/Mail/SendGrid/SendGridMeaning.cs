using System.Net;

namespace ServerlessParty.Mail.SendGrid;

/// <summary>What a reply means for all letters of its request, where it says the same of each.</summary>
internal static class SendGridMeaning
{
    public static HandOver Of(SendGridReply reply) => reply switch
    {
        SendGridReply.Answered answered => Of(answered.Status, answered.Answer),
        SendGridReply.Unreached unreached => new HandOver.NotSent($"SendGrid is not reached: {unreached.Problem}", null),
        SendGridReply.Lost lost => new HandOver.Unknown($"SendGrid's answer was lost: {lost.Problem}"),
        _ => throw new InvalidOperationException($"Unknown reply {reply}."),
    };

    private static HandOver Of(HttpStatusCode status, SendGridAnswer answer) => status switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => new HandOver.Taken(answer.MessageId),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Stop(
            $"Mail__SendGrid__ApiKey: SendGrid does not let this key send ({(int)status}: {answer.Problem})"),
        HttpStatusCode.TooManyRequests => new HandOver.NotSent(
            "SendGrid asks to wait: too many requests", answer.ResetAt, StopsRun: true),
        // A gateway's: whether the letters came to whom it stands before, it does not know.
        HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => new HandOver.Unknown(
            $"SendGrid's answer was lost ({(int)status})"),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new HandOver.NotSent(
            $"SendGrid failed ({(int)status})", null),
        // It answered, so that it is there; but it is not what the setting says.
        _ => Stop($"Mail__SendGrid__BaseUrl: there is no SendGrid API there ({(int)status})"),
    };

    private static HandOver.NotSent Stop(string problem) => new(problem, null, StopsRun: true);
}
