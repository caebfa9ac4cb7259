namespace ServerlessParty.Reminders.Rules;

/// <param name="Version">What a change must name.</param>
internal sealed record RulesJson(
    IReadOnlyList<RuleLine> Rules, bool Shipped, string Version, DateTimeOffset? ChangedAt, string? ChangedBy)
{
    public static RulesJson Of(RulesInForce inForce) => new(
        inForce.Lines, inForce.IsShipped, inForce.Version, inForce.Change?.ChangedAt, inForce.Change?.ChangedBy);
}

/// <param name="Rules">Absent: the shipped ones.</param>
internal sealed record ChangedRulesJson(string? Version, IReadOnlyList<RuleLine>? Rules);

internal sealed record OutlookJson(
    string First, string Last, int Reminders, int Letters, int Now, bool Cut, IReadOnlyList<OutlookDayJson> Days)
{
    public static OutlookJson Of(RulesOutlook outlook) => new(
        RemindersEndpoints.ToText(outlook.First), RemindersEndpoints.ToText(outlook.Last), outlook.Reminders,
        outlook.Letters, outlook.Now, outlook.IsCut, [.. outlook.Days.Select(OutlookDayJson.Of)]);
}

internal sealed record OutlookDayJson(
    string Day, int Reminders, int Letters, int WithoutAddress, int Now, IReadOnlyList<PreviewItemJson> Examples)
{
    public static OutlookDayJson Of(OutlookDay day) => new(
        RemindersEndpoints.ToText(day.Day), day.Reminders, day.Letters, day.WithoutAddress, day.Now,
        [.. day.Examples.Select(PreviewItemJson.Of)]);
}
