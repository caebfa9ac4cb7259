using System.Globalization;
using ServerlessParty.Mail;

namespace ServerlessParty.Storage.Rows;

/// <summary>A letter's history as one property: a line a moment, its parts set apart by tabs.</summary>
internal static class LetterMoments
{
    public static string? Write(IReadOnlyList<LetterMoment>? history) =>
        history is null ? null : string.Join('\n', history.Select(Line));

    /// <summary>Lines that this code did not write are left out.</summary>
    public static IReadOnlyList<LetterMoment>? Read(string? text) =>
        text is null ? null : [.. text.Split('\n').Select(Moment).OfType<LetterMoment>()];

    private static string Line(LetterMoment moment) => string.Join(
        '\t', moment.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), moment.State,
        moment.Attempt.ToString(CultureInfo.InvariantCulture), Plain(moment.By), Plain(moment.Says));

    private static string Plain(string? words) => words is null
        ? "" : string.Create(words.Length, words, (plain, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                plain[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        });

    private static LetterMoment? Moment(string line) =>
        line.Split('\t') is [var at, var state, var attempt, var by, var says]
        && long.TryParse(at, CultureInfo.InvariantCulture, out var milliseconds)
        && Enum.TryParse<LetterState>(state, out var known)
        && int.TryParse(attempt, CultureInfo.InvariantCulture, out var number)
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), known, number, Some(says), Some(by))
            : null;

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
