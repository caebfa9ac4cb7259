using System.Globalization;

namespace ServerlessParty.Obligations;

/// <summary>What obligations are called on pages, in the reader's language.</summary>
public static class ObligationNames
{
    /// <summary>The paper's name, or its bare word when it has none.</summary>
    public static string Of(ObligationKind kind) => ObligationsTexts.Find($"Kind.{kind.Value}") ?? kind.Value;

    /// <summary>A month, quarter or year as one says it: <c>tháng 11/2026</c>.</summary>
    public static string Of(Period period) => period.Value.Split('-') switch
    {
        [var year] => ObligationsTexts.Format("Period.Year", year),
        [var year, ['Q', .. var quarter]] => ObligationsTexts.Format("Period.Quarter", quarter, year),
        [var year, var month] => ObligationsTexts.Format("Period.Month", month, year),
        _ => period.Value,
    };

    public static string Of(ObligationState state) => ObligationsTexts.Get($"State.{state}");

    /// <summary>The state, and how late it is.</summary>
    public static string Standing(Obligation obligation, DateOnly today) =>
        obligation.DaysLate(today) is > 0 and var days
            ? ObligationsTexts.Format("Late", days)
            : Of(obligation.State);

    /// <summary>A day as people write it in Vietnam: <c>04/12/2026</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
