using Azure.Storage.Blobs;
using ServerlessParty.Hosting;
using ServerlessParty.Hosting.Emulator;

namespace ServerlessParty.Tests.Hosting.Emulator;

/// <summary>With the real emulator in processes of its own.</summary>
public sealed class LocalStoreTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Data_outlive_the_emulator()
    {
        await using (var first = await OpenAsync())
        {
            var container = await ServiceOf(first).CreateBlobContainerAsync("papers");
            await container.Value.UploadBlobAsync("one", BinaryData.FromString("kept"));
        }

        await using var second = await OpenAsync();
        var blob = ServiceOf(second).GetBlobContainerClient("papers").GetBlobClient("one");

        Assert.Equal("kept", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task A_command_beside_a_running_instance_uses_its_store_and_leaves_it_running()
    {
        await using var server = await OpenAsync();
        await using (var command = await OpenAsync(mayShare: true))
        {
            Assert.Equal(server.Endpoints, command.Endpoints);
        }

        await ServiceOf(server).GetPropertiesAsync();
    }

    [Fact]
    public async Task A_second_server_over_the_same_folder_is_refused()
    {
        await using var server = await OpenAsync();

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync());

        Assert.Contains($"{_data.FullName} is in use", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_installation_is_one_line_that_says_what_to_do()
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(
            () => AzuriteProcess.StartAsync(_data.FullName, data: null, default));

        Assert.EndsWith($"(delete {_data.FullName} and start again)", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    public void Dispose() => _data.Delete(recursive: true);

    private Task<LocalStore> OpenAsync(bool mayShare = false) =>
        LocalStore.OpenAsync(_data.FullName, mayShare, _ => { }, default);

    private static BlobServiceClient ServiceOf(LocalStore store) => new(store.Endpoints.ConnectionString);
}
