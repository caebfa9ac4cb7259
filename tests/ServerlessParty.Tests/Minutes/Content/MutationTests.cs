using System.Diagnostics;
using ServerlessParty.Minutes.Content;

namespace ServerlessParty.Tests.Minutes.Content;

/// <summary>Good files with bytes changed, cut out, doubled and cut off, the same ones in every run: whatever comes, a check answers, and soon.</summary>
public sealed class MutationTests
{
    private const int PerFile = 300;

    /// <summary>Far above what a busy machine needs, far below what a loop without an end takes.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Names => HarmlessFiles.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_damaged_file_is_taken_or_refused_and_nothing_else(string what)
    {
        var good = HarmlessFiles.Named(what).Make();
        var random = new Random(what.Sum(c => c));
        for (var i = 0; i < PerFile; i++)
        {
            var began = Stopwatch.GetTimestamp();

            var found = await CheckContentTests.CheckAsync(Damaged(good, random), "a.pdf");

            Assert.True(found is CheckedContent.Fine or CheckedContent.Refused);
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Soon);
        }
    }

    private static byte[] Damaged(byte[] good, Random random)
    {
        var at = random.Next(good.Length);
        var length = Math.Min(random.Next(1, 40), good.Length - at);
        return random.Next(5) switch
        {
            0 => good[..at],
            1 => [.. good[..at], .. good[(at + length)..]],
            2 => [.. good[..(at + length)], .. good[at..]],
            _ => Changed(good, random, random.Next(1, 12)),
        };
    }

    private static byte[] Changed(byte[] good, Random random, int bytes)
    {
        var changed = (byte[])good.Clone();
        for (var i = 0; i < bytes; i++)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }
}
