namespace ServerlessParty.Obligations;

/// <summary>What people call a paper: 'Biên bản sinh hoạt chi bộ thường kỳ tháng 11/2026'.</summary>
internal static class BoardNames
{
    public static string Of(ObligationKind kind, Period period) =>
        BoardTexts.Find($"Kind.{kind}") is { } name ? $"{name} {Of(period)}" : $"{kind} {Of(period)}";

    /// <summary>A month, a quarter or a year; a period of another form as it is.</summary>
    private static string Of(Period period) => period.Value.Split('-') switch
    {
        [var year, ['Q', .. var quarter]] => BoardTexts.Format("Period.Quarter", quarter, year),
        [var year, var month] => BoardTexts.Format("Period.Month", month, year),
        [var year] => BoardTexts.Format("Period.Year", year),
        _ => period.Value,
    };
}
