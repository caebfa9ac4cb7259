using System.Globalization;
using System.Net.Http.Json;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Benchmarks;

/// <summary>What people do in a browser, over HTTP.</summary>
internal static class Visit
{
    /// <summary>Pages and requests of <see cref="HandInAsync"/>: the link, the page that it leads to, style and script, the upload, the receipt.</summary>
    public const int RequestsPerHandIn = 6;

    /// <param name="number">Makes the paper different from all others.</param>
    public static async Task HandInAsync(HttpClient client, Uri link, OrganizationId unit, string period, int number)
    {
        using var browser = new HttpClient { BaseAddress = client.BaseAddress };
        await ShowAsync(browser, new Uri(link.PathAndQuery, UriKind.Relative));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(unit.Value), "organizationId" },
            { new StringContent("minutes.regular"), "kind" },
            { new StringContent(period), "period" },
            { new ByteArrayContent(Papers.Pdf(Text(number))), "file", "bien-ban.pdf" },
        };
        using var answer = await client.PostAsync(new Uri("/api/minutes", UriKind.Relative), form);
        await CheckAsync(answer);
        await ShowAsync(browser, new Uri("/u", UriKind.Relative));
    }

    public static async Task AcceptAsync(HttpClient client, OrganizationId unit, string period)
    {
        var path = new Uri($"/api/organizations/{unit}/obligations/minutes.regular/{period}/acceptance", UriKind.Relative);
        using var answer = await client.PostAsJsonAsync(path, new { });
        await CheckAsync(answer);
    }

    public static async Task ShowAsync(HttpClient client, Uri page)
    {
        using var answer = await client.GetAsync(page);
        await CheckAsync(answer);
    }

    private static async Task CheckAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static string Text(int number)
    {
        const string First = "bcdghklmnprstvx";
        var words = Enumerable.Range(0, Nation.WordsPerMinutes)
            .Select(n => $"{First[n % 15]}{"aeiou"[n / 15 % 5]}{First[n / 75]}{"aeiou"[n % 5]}");
        return string.Create(CultureInfo.InvariantCulture, $"Bien ban so {number}: {string.Join(' ', words)}");
    }
}
