using System.Buffers;
using System.Globalization;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes;

/// <summary>
/// The words by which minutes are found: syllables of letters a–z and digits, whatever their accents, case and way of writing.
/// A day is also the word <c>20261105</c> and a month the word <c>202611</c>, however a text or a question writes them.
/// </summary>
public static class MinutesWords
{
    /// <summary>The most words kept of one document.</summary>
    public const int MaxWords = 3_000;

    /// <summary>The most words of one question; further ones are not asked for.</summary>
    public const int MaxQueryWords = 8;

    /// <summary>The most characters of a word; of a longer one the beginning counts.</summary>
    public const int MaxLength = 30;

    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The words of all texts, each once: first their dates, then the rest in its order, at most 3,000.</summary>
    public static IReadOnlyCollection<string> Of(params string?[] texts)
    {
        var plain = texts.OfType<string>().Select(Spelling.Plain).ToArray();
        var found = new WordSet(MaxWords);
        foreach (var text in plain)
        {
            var days = WrittenDates.DaysIn(text).ToArray();
            var months = WrittenDates.MonthsIn(text).Concat(days);
            found.AddAll(string.Join(' ', [.. days.Select(Day), .. months.Select(Month)]));
        }

        foreach (var text in plain)
        {
            found.AddAll(text);
        }

        return found.Words;
    }

    /// <summary>What a person typed to find minutes, in its order, each word once, at most <see cref="MaxQueryWords"/>.</summary>
    public static IReadOnlyList<string> OfQuery(string query)
    {
        var found = new WordSet(MaxQueryWords);
        found.AddAll(WrittenDates.Replace(Spelling.Plain(query), day => $" {Day(day)} ", month => $" {Month(month)} "));
        return found.Words;
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly month) => month.ToString("yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>Words in the order they were met first; full after <paramref name="most"/>.</summary>
    private sealed class WordSet(int most)
    {
        private readonly HashSet<string> _known = [];

        public List<string> Words { get; } = [];

        public void AddAll(ReadOnlySpan<char> plain)
        {
            while (Words.Count < most && plain.IndexOfAny(WordCharacters) is >= 0 and var start)
            {
                plain = plain[start..];
                var end = plain.IndexOfAnyExcept(WordCharacters);
                Add(end < 0 ? plain : plain[..end]);
                plain = end < 0 ? [] : plain[end..];
            }
        }

        private void Add(ReadOnlySpan<char> word)
        {
            var kept = word[..Math.Min(word.Length, MaxLength)];
            if (_known.GetAlternateLookup<ReadOnlySpan<char>>().Add(kept))
            {
                Words.Add(kept.ToString());
            }
        }
    }
}
