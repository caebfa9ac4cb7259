using System.Text.Json;
using System.Text.RegularExpressions;
using ServerlessParty.Storage;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra;

/// <summary>The accounts that the templates make are those the code expects, and nobody has a key to them.</summary>
public sealed partial class StoreResourcesTests
{
    [Fact]
    public async Task Tables_are_those_of_the_code()
    {
        var deployment = await Deployment.Small;

        Assert.Equal(
            Store.TableNames.Order(), deployment.ChildrenOf("party", "Microsoft.Storage/storageAccounts/tableServices/tables").Order());
    }

    [Fact]
    public async Task Containers_are_those_of_the_code()
    {
        var deployment = await Deployment.Small;
        var used = ContainerPattern().Matches(File.ReadAllText(Repository.Path("functions", "Storage", "Store.cs")))
            .Select(match => match.Groups[1].Value).Order();

        Assert.NotEmpty(used);
        Assert.Equal(
            used, deployment.ChildrenOf("party", "Microsoft.Storage/storageAccounts/blobServices/containers").Order());
    }

    [Fact]
    public async Task No_container_is_public_and_no_account_takes_a_key()
    {
        var deployment = await Deployment.Small;

        Assert.All(
            deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", Property(container, "publicAccess").GetString()));
        Assert.Equal(2, deployment.OfType("Microsoft.Storage/storageAccounts").Count());
        Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.False(Property(account, "allowSharedKeyAccess").GetBoolean());
            Assert.False(Property(account, "allowBlobPublicAccess").GetBoolean());
            Assert.True(Property(account, "supportsHttpsTrafficOnly").GetBoolean());
            Assert.Equal("TLS1_2", Property(account, "minimumTlsVersion").GetString());
        });
    }

    [Fact]
    public async Task What_is_deleted_from_intake_is_gone()
    {
        var deployment = await Deployment.Small;
        var service = deployment.OfType("Microsoft.Storage/storageAccounts/blobServices")
            .Single(resource => Name(resource).StartsWith("party", StringComparison.Ordinal));

        Assert.False(Property(service, "isVersioningEnabled").GetBoolean());
        Assert.False(Property(service, "deleteRetentionPolicy").GetProperty("enabled").GetBoolean());
        Assert.DoesNotContain(
            deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"),
            policy => policy.GetProperty("id").GetString()!.Contains("'intake'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("small.bicepparam", "'minutes'", 30)]
    [InlineData("small.bicepparam", "'anchors'", 1825)]
    [InlineData("large.bicepparam", "'minutes'", 365)]
    [InlineData("large.bicepparam", "'anchors'", 3650)]
    public async Task Minutes_and_anchors_cannot_be_deleted_for_a_while(string file, string container, int days)
    {
        var deployment = await (file == "small.bicepparam" ? Deployment.Small : Deployment.Large);
        var policy = deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies")
            .Single(resource => resource.GetProperty("id").GetString()!.Contains(container, StringComparison.Ordinal));

        Assert.Equal(days, Property(policy, "immutabilityPeriodSinceCreationInDays").GetInt32());
    }

    [Fact]
    public async Task Only_minutes_move_to_cheaper_storage()
    {
        var rule = (await Deployment.Small).OfType("Microsoft.Storage/storageAccounts/managementPolicies").Single();
        var definition = Property(rule, "policy").GetProperty("rules").EnumerateArray().Single().GetProperty("definition");

        Assert.Equal(["minutes/"], definition.GetProperty("filters").GetProperty("prefixMatch").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal(["baseBlob"], definition.GetProperty("actions").EnumerateObject().Select(action => action.Name));
        Assert.Equal(
            ["tierToCool"], definition.GetProperty("actions").GetProperty("baseBlob").EnumerateObject().Select(action => action.Name));
    }

    [Fact]
    public async Task The_product_has_the_roles_its_code_needs_and_no_more()
    {
        const string BlobContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe", TableContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
        const string BlobOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";
        var roles = (await Deployment.Small).OfType("Microsoft.Authorization/roleAssignments")
            .Select(role => (Property(role, "principalType").GetString()!, RoleOf(role)));

        Assert.Equal(
            new[]
            {
                ("ServicePrincipal", BlobContributor), ("ServicePrincipal", BlobOwner), ("ServicePrincipal", MetricsPublisher),
                ("ServicePrincipal", TableContributor), ("User", BlobContributor), ("User", TableContributor),
            }.Order(),
            roles.Order());
    }

    [Fact]
    public async Task Without_an_operator_only_the_product_has_roles()
    {
        var answers = Deployment.Answers();
        answers["PARTY_OPERATOR_ID"] = "";
        var deployment = await Deployment.OfAsync("small.bicepparam", answers);

        Assert.All(
            deployment.OfType("Microsoft.Authorization/roleAssignments"),
            role => Assert.Equal("ServicePrincipal", Property(role, "principalType").GetString()));
    }

    private static JsonElement Property(JsonElement resource, string name) => resource.GetProperty("properties").GetProperty(name);

    private static string Name(JsonElement resource) => resource.GetProperty("name").GetString()!;

    private static string RoleOf(JsonElement assignment) =>
        GuidPattern().Matches(Property(assignment, "roleDefinitionId").GetString()!)[^1].Value;

    [GeneratedRegex("Container\\(\"(\\w+)\"\\)")]
    private static partial Regex ContainerPattern();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex GuidPattern();
}
