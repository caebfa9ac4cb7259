namespace ServerlessParty.Tests.Support;

/// <summary>A store that answers nothing, at once: for what a test keeps in memory instead and for what it never gets to.</summary>
internal sealed class NoStore : HttpMessageHandler
{
    public const string ConnectionString =
        "AccountName=nowhere;AccountKey=bm93aGVyZQ==;TableEndpoint=http://127.0.0.1:1/nowhere;BlobEndpoint=http://127.0.0.1:1/nowhere";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("There is no store in this test.");
}
