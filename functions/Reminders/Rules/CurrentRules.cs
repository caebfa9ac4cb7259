namespace ServerlessParty.Reminders.Rules;

/// <summary>The rules in force and where they come from.</summary>
/// <param name="Lines">As people write them.</param>
/// <param name="IsShipped">Whether nobody's own set is in force.</param>
/// <param name="Change">Who changed the rules last; null when nobody ever did.</param>
public sealed record RulesInForce(
    IReadOnlyList<RuleLine> Lines, ReminderRules Rules, bool IsShipped, StoredRules? Change)
{
    /// <summary>What a change must be made from; empty before the first.</summary>
    public string Version => Change?.Version ?? "";
}

/// <summary>Finds the rules in force: one point read. A stored set that cannot be read leaves the shipped one in force, and is told.</summary>
public sealed partial class CurrentRules(ShippedRules shipped, IRuleSets sets, ILogger<CurrentRules> logger) : IReminderRules
{
    /// <summary>The chain of entries about changes of the rules.</summary>
    public const string Chain = "rules";

    public async Task<ReminderRules> ReadAsync(CancellationToken cancellationToken) =>
        (await FindAsync(cancellationToken)).Rules;

    public async Task<RulesInForce> FindAsync(CancellationToken cancellationToken)
    {
        var stored = await sets.FindAsync(cancellationToken);
        if (stored is not { Json.Length: > 0 })
        {
            return new(shipped.Lines, shipped.Rules, true, stored);
        }

        try
        {
            var lines = ReminderRulesFile.Lines(stored.Json);
            return new(lines, ReminderRulesFile.Of(lines), false, stored);
        }
        catch (FormatException e)
        {
            LogUnreadable(logger, e.Message);
            return new(shipped.Lines, shipped.Rules, true, stored);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stored reminder rules cannot be read, so that the shipped ones are in force. {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string reason);
}

/// <summary>The rules of <c>seeds/rules.json</c>.</summary>
public sealed record ShippedRules(IReadOnlyList<RuleLine> Lines, ReminderRules Rules)
{
    /// <exception cref="FormatException">The file does not hold a set of rules.</exception>
    public static ShippedRules Load(string path)
    {
        var lines = ReminderRulesFile.Lines(File.ReadAllText(path));
        return new(lines, ReminderRulesFile.Of(lines));
    }
}
