using System.Buffers.Binary;
using ServerlessParty.Organizations;

namespace ServerlessParty.Minutes.Forms;

/// <summary>
/// A short summary of a text by which two texts can be compared without keeping either: 256 smallest hashes over each three
/// words that follow one another (MinHash). Accents, case, numbers, dates and punctuation do not count, so that last month's
/// text under this month's date stays the same. The same text gives the same sketch in every process.
/// </summary>
/// <param name="Value">As stored; at most 1,000 characters.</param>
public sealed record TextSketch(string Value)
{
    /// <summary>The fewest words that say enough to be compared; a heading over a scan is like every other.</summary>
    public const int MinWords = 30;

    /// <summary>The most characters looked at; more is never a matter of formality.</summary>
    public const int MaxCharacters = 100_000;

    /// <summary>Standard error of the similarity: at most 1/(2·√256), about 3 of 100.</summary>
    private const int Hashes = 256;

    private const int ShingleWords = 3;

    /// <summary>Where the FNV-1a hash begins; <see cref="string.GetHashCode()"/> differs from process to process.</summary>
    private const ulong Seed = 0xCBF29CE484222325;

    /// <summary>Names the way it was made; sketches made another way are not compared.</summary>
    private const string Way = "1.";

    private static readonly ulong[] Multipliers = [.. Enumerable.Range(1, Hashes).Select(i => Mixed((ulong)i) | 1)];

    /// <summary>Null when the text has fewer than <see cref="MinWords"/> words, or there is none.</summary>
    public static TextSketch? Of(string? text)
    {
        var words = WordHashes(Spelling.Plain(text is { Length: > MaxCharacters } ? text[..MaxCharacters] : text ?? ""));
        if (words.Count < MinWords)
        {
            return null;
        }

        var smallest = new ulong[Hashes];
        Array.Fill(smallest, ulong.MaxValue);
        for (var first = 0; first + ShingleWords <= words.Count; first++)
        {
            Lower(smallest, Shingle(words, first));
        }

        return new(Way + Convert.ToBase64String(Shortened(smallest)));
    }

    /// <summary>
    /// An estimate of how much of the two texts together is in both: 0 nothing, 1 all. 0 when a stored value cannot be read.
    /// </summary>
    public double Similarity(TextSketch other)
    {
        var (one, two) = (Read(Value), Read(other.Value));
        return one.Length != two.Length || one.Length == 0
            ? 0
            : one.Zip(two).Count(pair => pair.First == pair.Second) / (double)one.Length;
    }

    private static ushort[] Read(string value)
    {
        var bytes = new byte[Hashes * sizeof(ushort)];
        return value.StartsWith(Way, StringComparison.Ordinal)
            && Convert.TryFromBase64String(value[Way.Length..], bytes, out var length) && length == bytes.Length
            ? [.. bytes.Chunk(sizeof(ushort)).Select(pair => BinaryPrimitives.ReadUInt16LittleEndian(pair))]
            : [];
    }

    private static byte[] Shortened(ulong[] smallest)
    {
        var bytes = new byte[Hashes * sizeof(ushort)];
        for (var i = 0; i < Hashes; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * sizeof(ushort)), (ushort)(Mixed(smallest[i]) >> 48));
        }

        return bytes;
    }

    private static List<ulong> WordHashes(string plain)
    {
        var words = new List<ulong>();
        var word = Seed;
        foreach (var character in plain.AsSpan())
        {
            if (char.IsLetter(character))
            {
                word = unchecked((word ^ character) * 0x100000001B3);
            }
            else if (word != Seed)
            {
                words.Add(word);
                word = Seed;
            }
        }

        if (word != Seed)
        {
            words.Add(word);
        }

        return words;
    }

    private static ulong Shingle(List<ulong> words, int first) =>
        unchecked(Mixed(Mixed(Mixed(words[first]) + words[first + 1]) + words[first + 2]));

    private static void Lower(ulong[] smallest, ulong shingle)
    {
        for (var i = 0; i < smallest.Length; i++)
        {
            smallest[i] = Math.Min(smallest[i], unchecked(shingle * Multipliers[i]));
        }
    }

    /// <summary>Spreads every bit over all others (the finisher of SplitMix64).</summary>
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
