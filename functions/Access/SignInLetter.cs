using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ServerlessParty.Mail;

namespace ServerlessParty.Access;

/// <summary>Writes the letter with the sign-in link, in the language of the page it was asked for on.</summary>
public sealed class SignInLetter(HtmlRenderer renderer)
{
    public async Task<OutgoingMail> WriteAsync(Letter letter, Uri link) => new(
        letter.Id, letter.Attempts, letter.To, AccessTexts.Get("LetterSubject"), Text(link), await HtmlAsync(link));

    private static string Text(Uri link) => string.Join(
        "\n\n", AccessTexts.Get("LetterGreeting"), AccessTexts.Get("LetterText"), link.AbsoluteUri, AccessTexts.Get("LetterIgnore")) + "\n";

    private Task<string> HtmlAsync(Uri link) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = new Dictionary<string, object?> { [nameof(SignInLetterBody.Link)] = link.AbsoluteUri };
        var root = await renderer.RenderComponentAsync<SignInLetterBody>(ParameterView.FromDictionary(parameters));
        return root.ToHtmlString();
    });
}
