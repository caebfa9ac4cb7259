using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>How the host tells a handler that a timer is due: names in capitals, and what is no object encoded once more, as a string.</summary>
internal static class TimerCall
{
    private const string Version = "4.1037.0.0";

    public static HttpRequestMessage To(Uri handler, FunctionFile function, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(handler, "/" + function.Name))
        {
            Content = new UnmeasuredContent(Encoding.UTF8.GetBytes(Body(function, now))),
        };
        request.Headers.Add("X-Azure-Functions-HostVersion", Version);
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("User-Agent", $"Azure-Functions-Host/{Version}");
        return request;
    }

    private static string Body(FunctionFile function, DateTimeOffset now) => JsonSerializer.Serialize(new
    {
        Data = new Dictionary<string, object>
        {
            [function.Binding] = new
            {
                Schedule = new { AdjustForDST = true },
                ScheduleStatus = new { Last = "0001-01-01T00:00:00+00:00", Next = now, LastUpdated = "0001-01-01T00:00:00+00:00" },
                IsPastDue = false,
            },
        },
        Metadata = new { sys = new { MethodName = function.Name, UtcNow = now, RandGuid = Guid.NewGuid() }, RetryCount = JsonSerializer.Serialize(0) },
    });

    /// <summary>The host serializes while it sends, so that nobody knows the length.</summary>
    private sealed class UnmeasuredContent : HttpContent
    {
        private readonly byte[] _bytes;

        public UnmeasuredContent(byte[] bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

/// <summary>What the host makes of an answer to a timer.</summary>
internal enum InvocationEnd
{
    Succeeded,

    Failed,

    /// <summary>An empty answer, or <c>null</c>: the host waits until its time limit and then kills the handler.</summary>
    Hangs,
}

internal static class InvocationAnswers
{
    public static async Task<InvocationEnd> EndAsync(this HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            return InvocationEnd.Failed;
        }

        var text = await answer.Content.ReadAsStringAsync();
        if (text.Length == 0 || text.Trim() == "null")
        {
            return InvocationEnd.Hangs;
        }

        return answer.Content.Headers.ContentType?.MediaType == "application/json" && IsAnswer(text)
            ? InvocationEnd.Succeeded : InvocationEnd.Failed;
    }

    private static bool IsAnswer(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind == JsonValueKind.Object
            && (!json.RootElement.TryGetProperty("Logs", out var logs)
                || logs.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String));
    }
}
