using ServerlessParty.Hosting;

namespace ServerlessParty.Tests.Hosting;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", null, "", "")]
    [InlineData("--urls http://127.0.0.1:0", null, "", "--urls http://127.0.0.1:0")]
    [InlineData("load seeds/hue-2013", "load", "seeds/hue-2013", "")]
    [InlineData("load seeds/hue-2013 --Local:Sample=false", "load", "seeds/hue-2013", "--Local:Sample=false")]
    [InlineData("invite a@example.org Commission 46", "invite", "a@example.org Commission 46", "")]
    public void A_command_comes_first_and_settings_after_it(string line, string? command, string words, string settings)
    {
        var read = CommandLine.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(command, read.Command);
        Assert.Equal(words, string.Join(' ', read.Arguments));
        Assert.Equal(settings, string.Join(' ', read.Settings));
    }

    [Fact]
    public void No_unit_is_a_word_and_not_a_setting() =>
        Assert.Equal(["a@example.org", "Operator", "-"], CommandLine.Of(["invite", "a@example.org", "Operator", "-"]).Arguments);
}
