using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Tests.Hosting.FunctionsHost;

/// <summary>Every page and call answers through the Functions host as it does without one, in both ways in which hosts hand requests on.</summary>
[Collection(ChildProcesses.Name)]
public sealed class EveryRouteTests
{
    private static readonly Lazy<Task<Walk>> Direct = new(() => Walk.TakeAsync(null));

    [Theory]
    [InlineData(HostMode.Copying)]
    [InlineData(HostMode.Proxying)]
    public async Task Answers_are_the_same_as_without_a_host(HostMode mode)
    {
        var direct = await Direct.Value;
        var hosted = await Walk.TakeAsync(mode);

        Assert.Equal(direct.Notes.Count, hosted.Notes.Count);
        Assert.All(direct.Notes.Zip(hosted.Notes), pair => Assert.Equal(pair.First, pair.Second));
    }

    [Fact]
    public async Task No_route_is_left_out()
    {
        var direct = await Direct.Value;

        Assert.Empty(direct.Routes.Except(direct.Served).Order());
    }

    [Fact]
    public async Task The_walk_gets_somewhere()
    {
        var direct = await Direct.Value;

        Assert.InRange(direct.Notes.Count(n => n.Split('\n')[1] is "200" or "201" or "302" or "303"), 60, int.MaxValue);
        Assert.DoesNotContain(direct.Notes, n => n.Split('\n')[1].StartsWith('5'));
    }
}
