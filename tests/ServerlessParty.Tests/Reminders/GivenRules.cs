using ServerlessParty.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Reminders;

/// <summary>Reminder rules from JSON.</summary>
internal static class GivenRules
{
    public static ReminderRules Shipped => Of(File.ReadAllText(Repository.Path("seeds", "rules.json")));

    public static ReminderRules Of(string json) => ReminderRulesFile.Of(ReminderRulesFile.Lines(json));
}
