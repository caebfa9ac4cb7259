using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServerlessParty.Tests.Support;

/// <summary>What goes wrong with one request.</summary>
internal abstract record StubFault
{
    /// <summary>The connection breaks once the whole request has come.</summary>
    /// <param name="Accepts">Whether the letters are taken all the same.</param>
    public sealed record Drop(bool Accepts) : StubFault;

    /// <summary>Another answer than the right one; nothing is taken.</summary>
    public sealed record Answer(int Status, params (string Field, string Message)[] Errors) : StubFault;

    /// <summary>Too many requests.</summary>
    public sealed record Wait(DateTimeOffset Until) : StubFault;

    /// <summary>Every second letter is refused by name, and with it the request, once.</summary>
    public sealed record RefuseHalf : StubFault;

    /// <summary>The request is taken and answered only when the task has ended.</summary>
    public sealed record Slow(Task Until) : StubFault;
}

/// <summary>SendGrid's <c>/v3/mail/send</c> on this machine, with faults on demand; remembers every letter it took, by its custom argument.</summary>
internal sealed class SendGridStub : IAsyncDisposable
{
    public const string Key = "SG.key-of-the-stub";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<StubLetter> _accepted = new();
    private readonly ConcurrentQueue<JsonElement> _bodies = new();
    private int _requests;

    private SendGridStub(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What happens to a request, by its number from 1; null for nothing.</summary>
    public Func<int, StubFault?> FaultOf { get; set; } = _ => null;

    /// <summary>How many requests came, whatever became of them.</summary>
    public int Requests => _requests;

    /// <summary>Every letter taken, as often as it was.</summary>
    public IReadOnlyCollection<StubLetter> Accepted => _accepted;

    /// <summary>The requests that were sound, taken or not.</summary>
    public IReadOnlyCollection<JsonElement> Bodies => _bodies;

    public static async Task<SendGridStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var stub = new SendGridStub(app);
        app.MapPost("/v3/mail/send", stub.TakeAsync);
        await app.StartAsync();
        return stub;
    }

    /// <summary>The next requests meet these, one each.</summary>
    public void Fail(params StubFault[] faults)
    {
        var first = _requests + 1;
        FaultOf = number => faults.ElementAtOrDefault(number - first);
    }

    /// <summary>Keeps nothing of what it took up to now.</summary>
    public void Forget()
    {
        _accepted.Clear();
        _bodies.Clear();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _requests);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (context.Request.Headers.Authorization != $"Bearer {Key}")
        {
            await RefuseAsync(context, 401, ("", "The provided authorization grant is invalid, expired, or revoked"));
            return;
        }

        if (body.Length > SendGridWire.MaxBytes)
        {
            await RefuseAsync(context, 413, ("", "Payload too large"));
            return;
        }

        var request = JsonElement.Parse(body.ToArray());
        if (SendGridWire.Flaws(request) is { Count: > 0 } flaws)
        {
            await RefuseAsync(context, 400, [.. flaws]);
            return;
        }

        _bodies.Enqueue(request);
        await AnswerAsync(context, request, FaultOf(number));
    }

    private async Task AnswerAsync(HttpContext context, JsonElement request, StubFault? fault)
    {
        switch (fault)
        {
            case StubFault.Drop drop:
                _ = drop.Accepts && Accept(request).Length > 0;
                context.Abort();
                break;
            case StubFault.Answer other:
                await RefuseAsync(context, other.Status, other.Errors);
                break;
            case StubFault.Wait wait:
                context.Response.Headers["X-RateLimit-Remaining"] = "0";
                context.Response.Headers["X-RateLimit-Reset"] = wait.Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                await RefuseAsync(context, 429, ("", "too many requests"));
                break;
            case StubFault.RefuseHalf:
                var letters = request.GetProperty("personalizations").GetArrayLength();
                await RefuseAsync(context, 400, [.. Enumerable.Range(0, letters).Where(n => n % 2 == 0)
                    .Select(n => ($"personalizations.{n}.to.0.email", "Does not contain a valid address."))]);
                break;
            default:
                var messageId = Accept(request);
                await ((fault as StubFault.Slow)?.Until ?? Task.CompletedTask);
                context.Response.StatusCode = 202;
                context.Response.Headers["X-Message-Id"] = messageId;
                break;
        }
    }

    private string Accept(JsonElement request)
    {
        var messageId = Guid.NewGuid().ToString("N");
        foreach (var letter in SendGridWire.Letters(request, messageId))
        {
            _accepted.Enqueue(letter);
        }

        return messageId;
    }

    private static async Task RefuseAsync(HttpContext context, int status, params (string Field, string Message)[] errors)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new
        {
            errors = errors.Select(e => new { message = e.Message, field = e.Field.Length > 0 ? e.Field : null, help = (string?)null }),
        }));
    }
}
