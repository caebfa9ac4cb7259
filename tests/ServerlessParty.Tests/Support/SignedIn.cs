using System.Net;
using AngleSharp.Html.Parser;
using ServerlessParty.Access;
using ServerlessParty.Organizations;

namespace ServerlessParty.Tests.Support;

/// <summary>Signs browsers in as people do: by opening a link and pressing the button.</summary>
internal static class SignedIn
{
    public static async Task<HttpClient> AsAsync(this RunningBackOffice office, Role role, string? unit)
    {
        var id = $"{role}-{unit}".ToLowerInvariant();
        var scope = unit is null ? (OrganizationId?)null : OrganizationId.Parse(unit);
        var grant = new Grant(id, $"{id}@example.org", role, scope);
        await office.Grants.AddAsync(grant, CancellationToken.None);
        var link = await office.Get<SignInLinks>().CreateAsync(id, int.MaxValue, null, CancellationToken.None);
        var browser = office.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PressAsync(link!.PathAndQuery)).StatusCode);
        return browser;
    }

    /// <summary>The phone of a secretary who tapped the link of a letter.</summary>
    public static async Task<HttpClient> WithLinkAsync(this RunningBackOffice office, string unit)
    {
        var link = await office.Get<IUnitLinks>().CreateAsync(
            OrganizationId.Parse(unit), 0, new DateOnly(2026, 12, 5), CancellationToken.None);
        var phone = office.Browser();
        await phone.GetAsync(link.PathAndQuery);
        return phone;
    }

    /// <summary>Opens a page and sends its form in <c>main</c>, with the given fields filled in.</summary>
    public static async Task<HttpResponseMessage> PressAsync(
        this HttpClient browser, string path, params (string Name, string Value)[] filled)
    {
        var page = new HtmlParser().ParseDocument(await browser.GetStringAsync(path));
        var form = page.QuerySelector("main form") ?? throw new InvalidOperationException("The page has no form.");
        var fields = form.QuerySelectorAll("input[name]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var (name, value) in filled)
        {
            fields[name] = value;
        }

        return await browser.PostAsync(form.GetAttribute("action") ?? path, new FormUrlEncodedContent(fields));
    }
}
