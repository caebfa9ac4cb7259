using System.Globalization;
using System.Resources;

namespace ServerlessParty.Mail.Templates;

/// <summary>The words of the pages where letters' texts are changed, in the language of the request.</summary>
internal static class TemplateTexts
{
    private static readonly ResourceManager Texts = new(typeof(TemplateTexts));

    public static string Get(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"There is no text named '{name}'.");

    public static string Format(string name, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Get(name), arguments);

    /// <summary>Which part, which line, what is wrong and what to do.</summary>
    public static string Refusal(TemplateRefusal refusal)
    {
        var part = Get(refusal.InSubject ? "InSubject" : "InBody");
        var where = refusal.Line > 0 ? $"{part}, {Format("InLine", refusal.Line)}" : part;
        return $"{where}: {Format($"Flaw.{refusal.Flaw}", refusal.Name)}";
    }
}
