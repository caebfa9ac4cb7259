using ServerlessParty.Tests.Support.FunctionsHost;

namespace ServerlessParty.Tests.Hosting.FunctionsHost;

/// <summary>The folder that is deployed, or what was built where nothing was published, is a script root as the Functions host reads it.</summary>
public sealed class PublishedShapeTests
{
    private static readonly ScriptRoot Root = ScriptRoot.Of(PublishedApp.Folder);

    [Fact]
    public void The_executable_that_the_host_is_told_of_is_there_and_may_be_run()
    {
        Assert.True(File.Exists(Root.Executable));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Root.Executable).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void Every_function_is_a_direct_child_and_nothing_else_is_one() => Assert.Equal(
        ["FileMail", "KeepHouse", "OpenPeriods", "PlanReminders", "ReceiveMail", "ReceiveMailEvents", "SendLetters", "Web"],
        Root.Functions.Select(f => f.Name));

    [Fact]
    public void Both_ways_of_handing_HTTP_on_are_asked_for_and_every_function_of_HTTP_has_what_they_need()
    {
        Assert.True(Root.Forwards && Root.Proxies);
        Assert.Equal("", Root.RoutePrefix);
        Assert.All(Root.Functions.Where(f => f.Schedule is null), f => Assert.True(f.IsHttpInAndOut, f.Name));
    }

    [Fact]
    public void What_is_published_is_one_file_without_sources_symbols_of_others_or_the_emulator()
    {
        if (!PublishedApp.IsPublished)
        {
            // What was built holds all of that; the published folder is held where there is one.
            Assert.True(Directory.Exists(Path.Combine(Root.Folder, "emulator")));
            return;
        }

        Assert.Empty(Directory.GetFiles(Root.Folder, "*.dll", SearchOption.AllDirectories));
        Assert.Equal(["seeds"], Directory.GetDirectories(Root.Folder).Select(Path.GetFileName).Except(Root.Functions.Select(f => f.Name)));
        Assert.InRange(new FileInfo(Root.Executable).Length, 50_000_000, 250_000_000);
    }
}
