using System.Globalization;
using System.Resources;

namespace ServerlessParty.Reminders.Rules;

/// <summary>The words of the rules' page, in the language of the request.</summary>
internal static class RulesTexts
{
    private static readonly ResourceManager Texts = new(typeof(RulesTexts));

    public static string Get(string name) => Find(name)
        ?? throw new InvalidOperationException($"There is no text named '{name}'.");

    public static string? Find(string name) => Texts.GetString(name, CultureInfo.CurrentUICulture);

    public static string Format(string name, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Get(name), arguments);

    public static string Refusal(RuleRefusal refusal) => refusal.Number == 0
        ? Format(refusal.Text, refusal.Value)
        : $"{Format("RuleNumber", refusal.Number)}: {Format(refusal.Text, refusal.Value)}";

    public static string Kind(string kind) => Find($"Kind.{kind}") ?? kind;

    public static string Role(string role) => Find($"Role.{role}") ?? role;
}
