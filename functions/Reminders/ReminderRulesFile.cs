using System.Text.Json;
using System.Text.Json.Serialization;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders.Rules;

namespace ServerlessParty.Reminders;

/// <summary>Reads <c>seeds/rules.json</c> and says what is wrong with it.</summary>
public static class ReminderRulesFile
{
    private const int MaxRules = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="FormatException">The lines are not a set of rules; the message names the rule and the reason.</exception>
    public static ReminderRules Of(IReadOnlyList<RuleLine> lines) => lines.Count is > 0 and <= MaxRules
        ? new([.. lines.Select(ToRule)])
        : throw new FormatException($"Reminder rules: 1 to {MaxRules} rules are needed.");

    /// <summary>The rules as they are written, unchecked.</summary>
    /// <exception cref="FormatException">The text is not JSON of this form.</exception>
    public static IReadOnlyList<RuleLine> Lines(string json) => Read(json).Rules ?? [];

    /// <summary>What <see cref="Lines"/> reads.</summary>
    public static string Write(IReadOnlyList<RuleLine> lines) => JsonSerializer.Serialize(new RulesFile(null, lines), Json);

    private static RulesFile Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<RulesFile>(json, Json) ?? new RulesFile(null, null);
        }
        catch (JsonException e)
        {
            throw new FormatException($"Reminder rules: {e.Message}", e);
        }
    }

    private static ReminderRule ToRule(RuleLine line, int index)
    {
        var number = index + 1;
        Check(Token.IsValid(line.For), number, "'for' names an obligation kind or family");
        Check(line.Offsets is { Count: > 0 }, number, "'offsets' holds at least one day");
        Check(IsAscending(line.Offsets!), number, "'offsets' ascend, without repetition");
        Check(line.Repeat is null or { Every: > 0 }, number, "'repeat.every' is at least 1");
        var offsets = WithRepetition(line.Offsets!, line.Repeat);
        Check(offsets[0] >= -ReminderRule.MaxOffset && offsets[^1] <= ReminderRule.MaxOffset, number,
            $"every offset lies within {ReminderRule.MaxOffset} days of the due day");
        return new(line.For!, Audience(line.Role, number), offsets, Under(line.Under, number));
    }

    private static bool IsAscending(IReadOnlyList<int> offsets) =>
        offsets.Zip(offsets.Skip(1)).All(pair => pair.First < pair.Second);

    private static List<int> WithRepetition(IReadOnlyList<int> offsets, Repetition? repeat)
    {
        List<int> all = [.. offsets];
        var until = Math.Min(repeat?.Until ?? offsets[^1], ReminderRule.MaxOffset + 1);
        while (repeat is not null && all[^1] + (long)repeat.Every <= until)
        {
            all.Add(all[^1] + repeat.Every);
        }

        return all;
    }

    private static ReminderAudience Audience(string? role, int number) => role switch
    {
        "secretary" => ReminderAudience.Secretary,
        "deputies" => ReminderAudience.Deputies,
        "superior" => ReminderAudience.Superior,
        "upper" => ReminderAudience.Upper,
        _ => throw Wrong(number, "'role' is secretary, deputies, superior or upper"),
    };

    private static OrganizationId? Under(string? under, int number)
    {
        if (under is null)
        {
            return null;
        }

        return OrganizationId.TryParse(under, out var id) ? id : throw Wrong(number, "'under' is the id of a unit");
    }

    private static void Check(bool holds, int number, string expected)
    {
        if (!holds)
        {
            throw Wrong(number, expected);
        }
    }

    private static FormatException Wrong(int number, string expected) =>
        new($"Reminder rule {number}: expected that {expected}.");

    private sealed record RulesFile(string? Source, IReadOnlyList<RuleLine>? Rules);
}
