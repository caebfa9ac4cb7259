using Microsoft.Playwright;

namespace ServerlessParty.Tests.Support;

/// <summary>One Chromium for a whole test run; each page gets a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>The width of a small phone, in CSS pixels.</summary>
    public const int PhoneWidth = 360;

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = await ChromiumInstall.EnsureAsync(), Args = Arguments });
    }

    /// <summary>A page in a fresh context, in Vietnamese.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, bool scripts = true, IReadOnlyList<Cookie>? cookies = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "vi-VN",
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        await context.AddCookiesAsync(cookies ?? []);
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}

/// <summary>Tests that share the browser carry <c>[Collection(BrowserTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
