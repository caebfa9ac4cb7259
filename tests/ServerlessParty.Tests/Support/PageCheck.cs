using Microsoft.Playwright;

namespace ServerlessParty.Tests.Support;

/// <summary>What every page must be: readable on a small phone, usable by keyboard, labelled, without inline scripts and complaints.</summary>
internal static class PageCheck
{
    /// <summary>Opens <paramref name="address"/> at 360 px without scripts of its own and asserts all of it.</summary>
    public static async Task IsUsableAsync(
        Browser browser, Uri address, IReadOnlyList<Cookie>? cookies = null)
    {
        var page = await browser.OpenAsync(Browser.PhoneWidth, cookies: cookies);
        var complaints = new List<string>();
        page.Console += (_, message) => AddComplaint(complaints, message);
        page.PageError += (_, error) => complaints.Add(error);
        var answer = await page.GotoAsync(address.ToString());
        Assert.True(answer!.Status < 500, $"{address} answered {answer.Status}.");

        Assert.Empty(await WiderThanThePageAsync(page));
        Assert.Empty(await WithoutLabelAsync(page));
        Assert.Empty(await page.EvaluateAsync<string[]>(TooSmall));
        Assert.Empty(await NotReachedByTabAsync(page));
        Assert.Equal(0, await page.Locator("script:not([src]), [style], [onclick], [onchange]").CountAsync());
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.DoesNotContain(complaints, c => answer.Status < 400 || !c.StartsWith("Failed to load", StringComparison.Ordinal));
        await page.Context.CloseAsync();
        await SaysTheSameWithoutScriptsAsync(browser, address, cookies);
    }

    private static async Task SaysTheSameWithoutScriptsAsync(
        Browser browser, Uri address, IReadOnlyList<Cookie>? cookies)
    {
        var plain = await browser.OpenAsync(Browser.PhoneWidth, scripts: false, cookies: cookies);
        await plain.GotoAsync(address.ToString());
        Assert.NotEmpty((await plain.Locator("main").InnerTextAsync()).Trim());
        await plain.Context.CloseAsync();
    }

    private static void AddComplaint(List<string> complaints, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            complaints.Add(message.Text);
        }
    }

    private static Task<string[]> WiderThanThePageAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
          [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth)
            .map(e => e.outerHTML.slice(0, 120)).concat('the page scrolls sideways')
        """);

    private static Task<string[]> WithoutLabelAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('input:not([type=hidden]):not([type=submit]), select, textarea')]
          .filter(e => !e.labels?.length && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby'))
          .map(e => e.outerHTML)
        """);

    private const string TooSmall = """
        () => [...document.querySelectorAll('button, .button, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio])')]
          .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 44)
          .map(e => e.outerHTML)
        """;

    /// <summary>Presses Tab until everything had the focus or it came round, and says what can be clicked but never had the focus.</summary>
    private static async Task<IReadOnlyList<string>> NotReachedByTabAsync(IPage page)
    {
        var wanted = await page.EvaluateAsync<int>("""
            () => {
              const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
                .filter(e => e.checkVisibility() && !e.disabled);
              const groups = new Set();
              window.unreached = new Set(all.filter(e => e.type !== 'radio' || !groups.has(e.name) && groups.add(e.name)));
              document.addEventListener('focusin', e => window.unreached.delete(e.target));
              return window.unreached.size;
            }
            """);
        // Date fields have several stops each.
        for (var press = 0; press < (wanted * 4) + 4; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (press % 16 == 0 && await page.EvaluateAsync<int>("() => window.unreached.size") == 0)
            {
                return [];
            }
        }

        return await page.EvaluateAsync<string[]>("() => [...window.unreached].map(e => e.outerHTML)");
    }
}
