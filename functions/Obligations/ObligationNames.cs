using System.Globalization;
using System.Resources;

namespace ServerlessParty.Obligations;

/// <summary>What is owed, in words people use.</summary>
public static class ObligationNames
{
    private static readonly ResourceManager Texts =
        new("ServerlessParty.Obligations.ObligationNamesTexts", typeof(ObligationNames).Assembly);

    /// <summary>For example <c>Biên bản sinh hoạt chi bộ thường kỳ tháng 11/2026</c>.</summary>
    /// <param name="culture">The language; null is the caller's.</param>
    public static string Of(ObligationKind kind, Period period, CultureInfo? culture = null)
    {
        var language = culture ?? CultureInfo.CurrentUICulture;
        return Texts.GetString(kind.Value, language) is { } name
            ? string.Format(CultureInfo.InvariantCulture, name, Of(period, language))
            : string.Format(CultureInfo.InvariantCulture, Text("other", language), kind.Value, Of(period, language));
    }

    /// <summary>For example <c>tháng 11/2026</c>, <c>quý 4/2026</c>, <c>năm 2026</c>; a period of another form as it is.</summary>
    public static string Of(Period period, CultureInfo? culture = null)
    {
        var language = culture ?? CultureInfo.CurrentUICulture;
        return period.Value.Split('-') switch
        {
            [{ Length: 4 } year] when IsNumber(year) => Format("year", language, year),
            [{ Length: 4 } year, { Length: 2 } quarter] when IsNumber(year) && quarter[0] == 'Q' =>
                Format("quarter", language, quarter[1], year),
            [{ Length: 4 } year, { Length: 2 } month] when IsNumber(year) && IsNumber(month) =>
                Format("month", language, month, year),
            _ => period.Value,
        };
    }

    /// <summary>The paper without its period, or its bare word when it has no name.</summary>
    public static string Of(ObligationKind kind) => ObligationsTexts.Find($"Kind.{kind.Value}") ?? kind.Value;

    public static string Of(ObligationState state) => ObligationsTexts.Get($"State.{state}");

    /// <summary>The state, and how late it is.</summary>
    public static string Standing(Obligation obligation, DateOnly today) =>
        obligation.DaysLate(today) is > 0 and var days
            ? ObligationsTexts.Format("Late", days)
            : Of(obligation.State);

    /// <summary>A day as people write it in Vietnam: <c>04/12/2026</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static bool IsNumber(string text) => text.All(char.IsAsciiDigit);

    private static string Format(string name, CultureInfo culture, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Text(name, culture), arguments);

    private static string Text(string name, CultureInfo culture) =>
        Texts.GetString(name, culture) ?? throw new InvalidOperationException($"There is no text named '{name}'.");
}
