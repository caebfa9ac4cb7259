using System.Globalization;

namespace ServerlessParty.Storage.Tables;

/// <summary>Writes values as literals of the service's filter language, so that no value can change a filter's meaning.</summary>
internal static class FilterText
{
    public static string Of(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var literals = Array.ConvertAll(filter.GetArguments(), Literal);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static string Literal(object? value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number => Double(number),
        Guid id => $"guid'{id:D}'",
        DateTimeOffset time => $"datetime'{EntityWriter.Instant(time.UtcDateTime)}'",
        DateTime time => $"datetime'{EntityWriter.Instant(time)}'",
        byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexStringLower(data.ToMemory().Span)}'",
        null => throw new ArgumentException("A filter cannot compare with nothing: nulls are not stored.", nameof(value)),
        _ => throw new ArgumentException($"A filter cannot hold a {value.GetType().Name}.", nameof(value)),
    };

    private static string Double(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new ArgumentException("A filter cannot compare with a number that is not finite.", nameof(number));
        }

        // With a point or an exponent, or the service would take it for an Int32.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
