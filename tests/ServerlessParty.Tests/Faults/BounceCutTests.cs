using Xunit.Abstractions;

namespace ServerlessParty.Tests.Faults;

/// <summary>A process dies at every write and every letter of a day with a bounce, the letter to the superior, the new secretary and the planning after it.</summary>
public sealed class BounceCutTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Wherever_a_process_dies_the_superior_is_asked_once_and_each_step_arrives_once()
    {
        var day = new EveryCut(BounceDay.Units, BounceDay.RunAsync, BounceDay.EndAsync, BounceDay.Steps);

        var (writes, mails) = await day.RunAsync();

        output.WriteLine($"{writes} writes and {mails} letters, each cut twice.");
        Assert.Equal(4, mails);
        Assert.InRange(writes, 20, 120);
    }
}
