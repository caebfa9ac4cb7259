using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServerlessParty.Minutes.Forms;

/// <summary>Reads <c>seeds/formality.json</c> and says what is wrong with it. A rule names its first day and its source.</summary>
public static class FormalityRulesFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <exception cref="FormatException">The text is not a set of rules; the message names the rule and the reason.</exception>
    public static FormalityRules Parse(string json)
    {
        var file = Read(json);
        return new(
            Checked("lengthMinutes", file.LengthMinutes, minutes => minutes is >= 1 and <= 1_440, "1 to 1440 minutes"),
            Checked("quorum", file.Quorum, share => share is { Part: >= 1, Of: <= 100 } && share.Part <= share.Of, "a share like 2 of 3"),
            Checked("likenessPercent", file.LikenessPercent, percent => percent is >= 1 and <= 100, "1 to 100 percent"),
            Checked("levels", file.Levels, IsDescending, "three scores that descend from 100"));
    }

    /// <exception cref="FormatException">The file does not hold a set of rules.</exception>
    public static FormalityRules Load(string path) => Parse(File.ReadAllText(path));

    private static RulesFile Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<RulesFile>(json, Json)
                ?? throw new FormatException("Formality rules: the file says nothing.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Formality rules: {e.Message}", e);
        }
    }

    private static IReadOnlyList<Dated<T>> Checked<T>(
        string list, IReadOnlyList<Dated<T>> rules, Func<T, bool> holds, string expected)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            Check(rule is not null, list, i, "a rule, not null");
            Check(!string.IsNullOrWhiteSpace(rule!.Source), list, i, "a 'source' that says where the rule comes from");
            Check(i == 0 || rules[i - 1].From < rule.From, list, i, "a day 'from' after that of the rule before");
            Check(rule.Value is not null && holds(rule.Value), list, i, $"as 'value' {expected}");
        }

        return rules;
    }

    private static bool IsDescending(ScoreBounds bounds) =>
        bounds is { Good: <= 100, Average: >= 0 } && bounds.Good > bounds.Fair && bounds.Fair > bounds.Average;

    private static void Check(bool holds, string list, int index, string expected)
    {
        if (!holds)
        {
            throw new FormatException($"Formality rules, '{list}' {index + 1}: expected {expected}.");
        }
    }

    private sealed record RulesFile(
        string Source,
        IReadOnlyList<Dated<int>> LengthMinutes,
        IReadOnlyList<Dated<Share>> Quorum,
        IReadOnlyList<Dated<int>> LikenessPercent,
        IReadOnlyList<Dated<ScoreBounds>> Levels);
}
