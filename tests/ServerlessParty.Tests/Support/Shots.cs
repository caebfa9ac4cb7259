using Microsoft.Playwright;

namespace ServerlessParty.Tests.Support;

/// <summary>Pictures of pages for a person to look at, taken only where the variable <c>PAGE_PICTURES</c> names a folder.</summary>
internal static class Shots
{
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PAGE_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
