using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>Finds the error code and text of a refusal: JSON, XML (which comes even when JSON was asked for), or headers alone.</summary>
internal sealed class ErrorParser : RequestFailedDetailsParser
{
    public static readonly ErrorParser Instance = new();

    public override bool TryParse(
        Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        error = Read(response);
        return error is not null;
    }

    public static string? CodeOf(Response response) => Read(response)?.Code;

    private static ResponseError? Read(Response response)
    {
        var (code, text) = Body(response.Content.ToString());
        if (string.IsNullOrEmpty(code))
        {
            response.Headers.TryGetValue("x-ms-error-code", out code);
        }

        return string.IsNullOrEmpty(code) && text is null ? null : new ResponseError(code, text ?? response.ReasonPhrase);
    }

    private static (string? Code, string? Text) Body(string body)
    {
        try
        {
            var start = body.AsSpan().TrimStart('\uFEFF').TrimStart();
            return start switch
            {
                ['{', ..] => Json(body),
                ['<', ..] => Xml(body),
                _ => default,
            };
        }
        catch (Exception broken) when (broken is JsonException or XmlException or InvalidOperationException)
        {
            // A proxy's page or a cut answer: the status still tells.
            return default;
        }
    }

    private static (string?, string?) Json(string body)
    {
        using var document = JsonDocument.Parse(body.TrimStart('\uFEFF'));
        if (!document.RootElement.TryGetProperty("odata.error", out var error))
        {
            return default;
        }

        var code = error.TryGetProperty("code", out var found) ? found.GetString() : null;
        var text = error.TryGetProperty("message", out var message) && message.TryGetProperty("value", out var value)
            ? value.GetString()
            : null;
        return (code, text);
    }

    private static (string?, string?) Xml(string body)
    {
        // Names without their namespace: XML errors come with and without one.
        var elements = XDocument.Parse(body.TrimStart('\uFEFF')).Descendants().ToLookup(element => element.Name.LocalName.ToUpperInvariant());
        return (elements["CODE"].FirstOrDefault()?.Value, elements["MESSAGE"].FirstOrDefault()?.Value);
    }
}
