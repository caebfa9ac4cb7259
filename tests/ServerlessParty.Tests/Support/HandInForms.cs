using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ServerlessParty.Tests.Support;

/// <summary>Sends the forms of hand-ins as a browser without scripts does.</summary>
internal static class HandInForms
{
    /// <summary>Opens the page at <paramref name="path"/> and sends its form.</summary>
    public static async Task<HttpResponseMessage> HandInAsync(
        this HttpClient browser,
        string path,
        IEnumerable<(string Name, byte[] Bytes)> files,
        string? meetingDate = "2026-11-20",
        params (string Name, string Value)[] typed)
    {
        using var body = new MultipartFormDataContent("----boundary")
        {
            HeaderEncodingSelector = (_, _) => Encoding.UTF8,
        };
        foreach (var (name, value) in typed.Append(("meetingDate", meetingDate ?? "")).Append(await TokenAsync(browser, path)))
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in files)
        {
            body.Add(FilePart(name, bytes));
        }

        return await browser.PostAsync(path, body);
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpClient browser, string path) =>
        new HtmlParser().ParseDocument(await browser.GetStringAsync(path));

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private static async Task<(string Name, string Value)> TokenAsync(HttpClient browser, string path)
    {
        const string Name = "__RequestVerificationToken";
        var field = (await browser.PageAsync(path)).QuerySelector($"main form [name={Name}]");
        return (Name, field?.GetAttribute("value") ?? "");
    }

    /// <summary>Browsers write names in the letters of the page (UTF-8), not in the way of RFC 5987.</summary>
    private static ByteArrayContent FilePart(string name, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        var raw = string.Create(CultureInfo.InvariantCulture, $"form-data; name=\"files\"; filename=\"{name}\"");
        part.Headers.TryAddWithoutValidation("Content-Disposition", raw);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return part;
    }
}
