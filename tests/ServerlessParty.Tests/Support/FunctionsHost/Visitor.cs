using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ServerlessParty.Tests.Support.FunctionsHost;

/// <summary>Somebody with a browser, who notes every answer in a form that two runs can be compared by.</summary>
internal sealed partial class Visitor : IDisposable
{
    private static readonly string[] Compared =
    [
        "Location", "Content-Type", "Content-Disposition", "Content-Encoding", "Cache-Control", "ETag", "Accept-Ranges", "Content-Range",
        "X-Content-Type-Options", "Content-Security-Policy", "Allow", "Vary", "WWW-Authenticate",
    ];

    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();

    public Visitor(Uri address)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Host = "party.example.org";
    }

    /// <summary>One entry for each request: what was asked, and what came.</summary>
    public List<string> Notes { get; } = [];

    public string Last { get; private set; } = "";

    public Task GetAsync(string path) => AskAsync(HttpMethod.Get, path, null);

    public Task PostAsync(string path, HttpContent content) => AskAsync(HttpMethod.Post, path, content);

    /// <summary>Sends a form with the token of the last page that had one.</summary>
    public Task PressAsync(string path, params (string Name, string Value)[] fields) => PostAsync(
        path, new FormUrlEncodedContent(fields.Append((Token, _token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    public async Task AskAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (content is not null)
        {
            // Measured: the older way takes nothing else.
            await content.LoadIntoBufferAsync();
        }

        request.Headers.TryAddWithoutValidation("Cookie", _cookies.GetCookieHeader(Public(path)));
        using var answer = await _client.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Last = bytes.AsSpan().StartsWith("PK"u8) ? "(archive)" : Encoding.UTF8.GetString(bytes);
        if (TokenPattern().Match(Last) is { Success: true } token)
        {
            _token = WebUtility.HtmlDecode(token.Groups[1].Value);
        }

        Notes.Add($"{method} {Steady(path)}\n{Described(answer, Last)}");
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(Public(path), cookie);
        }
    }

    public void Dispose() => _client.Dispose();

    private const string Token = "__RequestVerificationToken";
    private string _token = "";

    private static Uri Public(string path) => new(new Uri("https://party.example.org"), path);

    private static string Described(HttpResponseMessage answer, string body)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => CookiePattern().Replace(c, "=…;")) : [];
        var shown = Compared.Where(headers.ContainsKey).Select(name => $"{name}: {headers[name]}");
        return Steady($"{(int)answer.StatusCode}\n{string.Join('\n', shown.Concat(cookies.Select(c => "Set-Cookie: " + c)))}\n{body}");
    }

    /// <summary>Without what is new in every store: tokens, signatures, ids that chance makes, hashes of chains; and with one writing of a query.</summary>
    private static string Steady(string text)
    {
        text = text.Replace("%2C", ",", StringComparison.Ordinal).Replace("&#x2B;", "%20", StringComparison.Ordinal);
        text = TokenPattern().Replace(text, "(token)");
        text = SecondsPattern().Replace(text, "(seconds)");
        text = LinkPattern().Replace(text, "$1…");
        text = TracePattern().Replace(text, "\"traceId\":\"…\"");
        return HashPattern().Replace(LetterPattern().Replace(text, "$1"), "(hash)");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();

    [GeneratedRegex("\\(\\d+,\\d giây\\)")]
    private static partial Regex SecondsPattern();

    [GeneratedRegex("(/u/|/sign-in/|nop\\+)[A-Za-z0-9_.~-]{20,}")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("\\d+(-2026\\d{4}-[a-z]+-)")]
    private static partial Regex LetterPattern();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TracePattern();

    [GeneratedRegex("\\b[0-9a-f]{16,64}\\b")]
    private static partial Regex HashPattern();

    [GeneratedRegex("=[^;]*;")]
    private static partial Regex CookiePattern();
}
