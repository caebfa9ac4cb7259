using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>An answer that did not come as an HTTP message of its own: a part of a transaction's, or one recognized later.</summary>
internal sealed class PartResponse(int status, string reason) : Response
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override bool IsError => status >= 400;

    /// <summary>What the service would have answered to a write, had its answer not been lost.</summary>
    public static PartResponse Written(ETag? etag)
    {
        var response = new PartResponse(204, "No Content");
        if (etag is { } known)
        {
            response.SetHeader("ETag", known.ToString("H"));
        }

        return response;
    }

    public void SetHeader(string name, string value) => _headers[name] = value;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        _headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
