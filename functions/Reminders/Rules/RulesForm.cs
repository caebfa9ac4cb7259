namespace ServerlessParty.Reminders.Rules;

/// <summary>The rules as a form carries them: <c>offsets-0</c>, <c>offsets-1</c> …</summary>
internal static class RulesForm
{
    /// <summary>Empty lines that a form offers for more rules.</summary>
    public const int Spare = 2;

    private const int MaxText = 400;

    public static IReadOnlyList<RuleDraft> Read(IFormCollection form)
    {
        List<RuleDraft> drafts = [];
        for (var n = 0; n < CheckRules.MaxRules + Spare && form.ContainsKey($"offsets-{n}"); n++)
        {
            drafts.Add(new(
                Text(form, $"for-{n}"), Text(form, $"role-{n}"), Text(form, $"offsets-{n}"),
                Text(form, $"every-{n}"), Text(form, $"until-{n}"), Text(form, $"under-{n}")));
        }

        return drafts;
    }

    public static string Version(IFormCollection form) => Text(form, "version");

    private static string Text(IFormCollection form, string name) =>
        form[name].ToString() is { Length: > MaxText } text ? text[..MaxText] : form[name].ToString();
}
