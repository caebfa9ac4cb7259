using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ServerlessParty.Reminders;

/// <summary>Renders the HTML part of reminder letters.</summary>
public sealed class LetterHtml(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync(ReminderLetterText words)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(ReminderLetterHtml.Words)] = words });
            var root = await renderer.RenderComponentAsync<ReminderLetterHtml>(parameters);
            return "<!DOCTYPE html>\n" + root.ToHtmlString();
        });
    }
}
