using ServerlessParty.Hosting.Emulator;

namespace ServerlessParty.Tests.Hosting.Emulator;

public sealed class NodeCheckTests
{
    [Theory]
    [InlineData("v20.0.0")]
    [InlineData("v20.20.2")]
    [InlineData("v24.1.0")]
    public void Node_20_and_newer_will_do(string version) => Assert.Null(NodeCheck.Refusal(version));

    [Theory]
    [InlineData(null, "`node` was not found")]
    [InlineData("", "`node` was not found")]
    [InlineData("v18.19.1", "`node` is v18.19.1")]
    [InlineData("v9.0.0", "`node` is v9.0.0")]
    public void Anything_else_is_refused_with_what_was_found(string? version, string found) =>
        Assert.Contains(found, NodeCheck.Refusal(version), StringComparison.Ordinal);
}
