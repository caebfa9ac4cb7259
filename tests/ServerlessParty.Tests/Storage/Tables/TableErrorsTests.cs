using System.Net;
using Azure;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage.Tables;

public sealed class TableErrorsTests
{
    [Theory]
    [InlineData("""{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"It is there."}}}""")]
    [InlineData("\uFEFF{\"odata.error\":{\"code\":\"EntityAlreadyExists\",\"message\":{\"value\":\"It is there.\"}}}")]
    [InlineData("""<?xml version="1.0" encoding="utf-8"?><Error><Code>EntityAlreadyExists</Code><Message>It is there.</Message></Error>""")]
    [InlineData("""<m:error xmlns:m="urn:m"><m:code>EntityAlreadyExists</m:code><m:message xml:lang="en">It is there.</m:message></m:error>""")]
    public async Task A_refusal_in_JSON_or_XML_tells_its_code_and_text(string body)
    {
        var refusal = await RefusalAsync(AnsweringHandler.Response(HttpStatusCode.Conflict, body));

        Assert.Equal((409, "EntityAlreadyExists"), (refusal.Status, refusal.ErrorCode));
        Assert.StartsWith("It is there.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_with_its_code_in_a_header_alone_is_understood()
    {
        var response = AnsweringHandler.Response(HttpStatusCode.Forbidden);
        response.Headers.Add("x-ms-error-code", "AuthorizationFailure");

        Assert.Equal("AuthorizationFailure", (await RefusalAsync(response)).ErrorCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"odata.error\":")]
    [InlineData("{\"odata.error\":{\"code\":\"\"}}")]
    [InlineData("<html><p>no")]
    [InlineData("bad gateway")]
    public async Task A_refusal_that_tells_nothing_still_has_its_status(string body)
    {
        var refusal = await RefusalAsync(AnsweringHandler.Response(HttpStatusCode.BadRequest, body));

        Assert.Equal(400, refusal.Status);
        Assert.True(string.IsNullOrEmpty(refusal.ErrorCode));
    }

    [Fact]
    public async Task The_emulator_refuses_another_key()
    {
        var azurite = await Azurite.SharedAsync();
        var stranger = new TableServiceClient(
            azurite.TableEndpoint, new TableSharedKeyCredential(Azurite.Account, Convert.ToBase64String(new byte[64])));

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => stranger.GetTableClient("rows").AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(403, refusal.Status);
        Assert.False(string.IsNullOrEmpty(refusal.ErrorCode));
        Assert.DoesNotContain("SharedKeyLite", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_an_error_for_writes_and_no_value_for_a_tentative_read()
    {
        var table = new TableServiceClient((await Azurite.SharedAsync()).ConnectionString).GetTableClient(Azurite.UniqueName("none"));

        var write = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        var read = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.True(write.ErrorCode == TableErrorCode.TableNotFound);
        Assert.False(read.HasValue);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        var network = new AnsweringHandler((_, count) => AnsweringHandler.Response(
            count < 3 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.NoContent));

        var answer = await network.Table().UpsertEntityAsync(new TableEntity("p", "r"));

        Assert.Equal((204, 3), (answer.Status, network.Requests.Count));
    }

    private static async Task<RequestFailedException> RefusalAsync(HttpResponseMessage response)
    {
        var network = new AnsweringHandler((_, _) => response);
        return await Assert.ThrowsAsync<RequestFailedException>(() => network.Table().AddEntityAsync(new TableEntity("p", "r")));
    }
}
