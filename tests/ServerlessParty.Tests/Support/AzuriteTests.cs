namespace ServerlessParty.Tests.Support;

public sealed class AzuriteTests
{
    [Fact]
    public async Task All_tests_share_one_running_emulator_with_names_of_their_own()
    {
        var azurite = await Azurite.SharedAsync();
        var service = new TableServiceClient(azurite.ConnectionString);
        var name = Azurite.UniqueName("shared");

        await service.CreateTableAsync(name);
        await service.CreateTableIfNotExistsAsync(name);
        var found = new List<string>();
        await foreach (var table in service.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {name}")))
        {
            found.Add(table.Name);
        }

        Assert.Same(azurite, await Azurite.SharedAsync());
        Assert.True(azurite.IsRunning);
        Assert.Equal([name], found);
        Assert.Equal((204, 404), ((await service.DeleteTableAsync(name)).Status, (await service.DeleteTableAsync(name)).Status));
    }
}
