using ServerlessParty.Web;

namespace ServerlessParty.Tests.Web;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/organizations/cell-1?from=50")]
    public void A_path_on_this_site_is_kept(string path) => Assert.Equal(path, LocalPath.OrHome(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("organizations")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/a\r\nSet-Cookie: b=c")]
    [InlineData("/đơn-vị")]
    public void Anything_else_leads_home(string? path) => Assert.Equal("/", LocalPath.OrHome(path));

    [Fact]
    public void A_path_that_is_too_long_leads_home() =>
        Assert.Equal("/", LocalPath.OrHome("/" + new string('a', LocalPath.MaxLength)));
}
