using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Tests.Storage.Tables;

public sealed class TableCredentialsTests
{
    [Theory]
    [InlineData("AccountName=party;AccountKey=a2V5", "https://party.table.core.windows.net/")]
    [InlineData("defaultendpointsprotocol=http;ACCOUNTNAME=party;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn;", "http://party.table.core.chinacloudapi.cn/")]
    [InlineData("TableEndpoint=http://127.0.0.1:9/party;BlobEndpoint=http://b;AccountName=party;AccountKey=a2V5==", "http://127.0.0.1:9/party")]
    [InlineData("TableEndpoint=https://x.vn/;SharedAccessSignature=sv=1&sig=a%2B", "https://x.vn/")]
    public void A_connection_string_names_the_endpoint(string text, string endpoint) =>
        Assert.Equal(endpoint, new TableServiceClient(text.Replace("a2V5==", "a2V5", StringComparison.Ordinal)).Uri.AbsoluteUri);

    [Theory]
    [InlineData("AccountName=party")]
    [InlineData("AccountKey=a2V5")]
    [InlineData("AccountName=party;AccountKey=not-base64")]
    [InlineData("AccountName=party;AccountKey=a2V5;accountname=other")]
    [InlineData("TableEndpoint=ftp://x.vn;AccountName=party;AccountKey=a2V5")]
    [InlineData("secret")]
    public void A_text_that_is_no_connection_string_is_refused_and_not_repeated(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => new TableServiceClient(text));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-base64", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_access_signature_is_added_once_and_follows_its_rotation()
    {
        var credential = new AzureSasCredential("sv=1&sig=a%2Bb");
        using var network = new AnsweringHandler((_, count) =>
        {
            credential.Update("sig=new");
            return AnsweringHandler.Response(count == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, """{"value":[]}""");
        });
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(network)) };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);

        var table = new TableServiceClient(new Uri("https://x.vn"), credential, options).GetTableClient("rows");
        await table.QueryAsync<TableEntity>("A eq 1").KeysAsync();

        Assert.Equal(
            ["?$filter=A%20eq%201&sv=1&sig=a%2Bb", "?$filter=A%20eq%201&sig=new"],
            network.Requests.Select(request => request.RequestUri!.Query));
        Assert.All(network.Requests, request => Assert.Null(request.Headers.Authorization));
    }

    [Fact]
    public async Task A_shared_key_signs_the_date_and_the_path_as_sent()
    {
        using var network = new AnsweringHandler((_, _) => AnsweringHandler.Response(HttpStatusCode.NoContent));

        await network.Table().DeleteEntityAsync("it's", "Đ");

        var request = Assert.Single(network.Requests);
        var date = request.Headers.GetValues("x-ms-date").Single();
        const string Path = "/rows(PartitionKey='it%27%27s',RowKey='%C4%90')";
        var signature = Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(
            "key"u8, System.Text.Encoding.UTF8.GetBytes($"{date}\n/party{Path}")));
        Assert.Equal(Path, request.RequestUri!.AbsolutePath);
        Assert.Equal($"SharedKeyLite party:{signature}", request.Headers.GetValues("Authorization").Single());
    }

    [Fact]
    public async Task A_retry_is_signed_anew()
    {
        var credential = new TableSharedKeyCredential("party", "a2V5");
        using var network = new AnsweringHandler((_, count) =>
        {
            credential.SetAccountKey("b3RoZXI=");
            return AnsweringHandler.Response(count == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NoContent);
        });
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(network)) };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);

        await new TableServiceClient(new Uri("https://x.vn"), credential, options).GetTableClient("rows").DeleteEntityAsync("p", "r");

        Assert.Equal(2, network.Requests.Select(request => request.Headers.GetValues("Authorization").Single()).Distinct().Count());
    }

    [Fact]
    public void A_token_does_not_travel_in_the_clear() => Assert.Throws<ArgumentException>(
        () => new TableServiceClient(new Uri("http://x.vn"), DelegatedTokenCredential.Create((_, _) => default)));
}
