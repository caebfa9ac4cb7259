using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ServerlessParty.Mail;

/// <summary>Renders the HTML part of letters.</summary>
public sealed class LetterHtml(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    /// <param name="parameters">The parameters of the component, by name.</param>
    /// <typeparam name="TLetter">The component of a whole letter; its outermost part is a <c>LetterLayout</c>.</typeparam>
    public async Task<string> RenderAsync<TLetter>(Dictionary<string, object?> parameters)
        where TLetter : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TLetter>(ParameterView.FromDictionary(parameters));
            return "<!DOCTYPE html>\n" + root.ToHtmlString();
        });
    }
}
