using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using ServerlessParty.Mail;
using ServerlessParty.Minutes;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage;

public sealed class StorageMeasuresTests
{
    [Fact]
    public async Task Every_try_is_counted_with_its_status_and_retries_by_themselves()
    {
        using var measured = new Measured();
        var transport = new BusyTransport();
        var pipeline = HttpPipelineBuilder.Build(Options(transport, "probe"));

        await pipeline.SendRequestAsync(Request(pipeline), default);

        Assert.Equal(1, measured.Sum("serverlessparty.storage.requests", "service=probe,status=503"));
        Assert.Equal(1, measured.Sum("serverlessparty.storage.requests", "service=probe,status=200"));
        Assert.Equal(1, measured.Sum("serverlessparty.storage.retries", "service=probe"));
    }

    [Fact]
    public async Task Letters_and_minutes_are_counted_where_they_are_written()
    {
        using var measured = new Measured();
        using var scene = await StoredMinutesScene.CreateAsync("c1");
        await scene.StoredAsync("c1", "1");
        var letters = scene.Store.Get<ILetters>();
        var letter = await letters.BeginAsync("measured", "1", Given.Day("2026-11-24"), "an@example.org", default);

        await letters.AdvanceAsync([letter! with { State = LetterState.HandedOver }], default);

        Assert.True(measured.Sum("serverlessparty.minutes", $"channel={MinutesChannel.Web}") >= 1);
        Assert.Equal(1, measured.Sum("serverlessparty.letters", "class=measured,state=HandedOver"));
    }

    private static ClientOptions Options(HttpPipelineTransport transport, string service)
    {
        var options = new TableClientOptions { Transport = transport };
        options.Retry.Delay = TimeSpan.Zero;
        options.AddPolicy(new StorageMeasures.CountRequests(service), HttpPipelinePosition.PerRetry);
        return options;
    }

    private static Request Request(HttpPipeline pipeline)
    {
        var request = pipeline.CreateRequest();
        request.Uri.Reset(new Uri("http://127.0.0.1:1/"));
        return request;
    }

    /// <summary>Busy once, then well.</summary>
    private sealed class BusyTransport : HttpPipelineTransport
    {
        private int _requests;

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            message.Response = new Answer(++_requests == 1 ? 503 : 200);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Answer(int status) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; }

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, out string value)
        {
            value = "";
            return false;
        }

        protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
        {
            values = [];
            return false;
        }
    }
}
