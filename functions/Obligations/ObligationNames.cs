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

    private static bool IsNumber(string text) => text.All(char.IsAsciiDigit);

    private static string Format(string name, CultureInfo culture, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Text(name, culture), arguments);

    private static string Text(string name, CultureInfo culture) =>
        Texts.GetString(name, culture) ?? throw new InvalidOperationException($"There is no text named '{name}'.");
}
