using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;
using ServerlessParty.Mail;
using ServerlessParty.Mail.Inbound;
using ServerlessParty.Minutes;

namespace ServerlessParty.Storage;

/// <summary>What passes the store: requests to it, and what became of letters, mail and minutes, each told where it is written.</summary>
internal static class StorageMeasures
{
    private static readonly Meter Meter = new("ServerlessParty");

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "serverlessparty.storage.requests", null, "Requests to storage, each try counted; by service and status.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "serverlessparty.storage.retries", null, "Requests to storage that were tried again; by service.");

    private static readonly Counter<long> Letters = Meter.CreateCounter<long>(
        "serverlessparty.letters", null, "Letters that came to a state; by class and state.");

    private static readonly Counter<long> Intake = Meter.CreateCounter<long>(
        "serverlessparty.intake", null, "Mails that came to a state; by state.");

    private static readonly Counter<long> Minutes = Meter.CreateCounter<long>(
        "serverlessparty.minutes", null, "Minutes that were received; by way.");

    public static void Letter(Letter letter) =>
        Letters.Add(1, new("class", letter.Id.Class), new("state", letter.State.ToString()));

    public static void Planned(int letters)
    {
        if (letters > 0)
        {
            Letters.Add(letters, new("class", "reminder"), new("state", nameof(LetterState.Planned)));
        }
    }

    public static void Mail(IntakeState state) => Intake.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));

    public static void Received(MinutesChannel channel) =>
        Minutes.Add(1, new KeyValuePair<string, object?>("channel", channel.ToString()));

    private static void Request(string service, int status, bool isRetry)
    {
        var name = KeyValuePair.Create<string, object?>("service", service);
        Requests.Add(1, name, new("status", status));
        if (isRetry)
        {
            Retries.Add(1, name);
        }
    }

    /// <summary>Counts every try; stands behind the pipeline's own retries.</summary>
    /// <param name="service"><c>table</c> or <c>blob</c>.</param>
    public sealed class CountRequests(string service) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            try
            {
                ProcessNext(message, pipeline);
            }
            finally
            {
                Count(message);
            }
        }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            try
            {
                await ProcessNextAsync(message, pipeline);
            }
            finally
            {
                Count(message);
            }
        }

        private void Count(HttpMessage message) => Request(
            service, message.HasResponse ? message.Response.Status : 0, message.ProcessingContext.RetryNumber > 0);
    }
}
