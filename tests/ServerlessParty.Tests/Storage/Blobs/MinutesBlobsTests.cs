using System.Net;
using Azure.Core.Pipeline;
using ServerlessParty.Organizations;
using ServerlessParty.Storage.Blobs;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Storage.Blobs;

/// <summary>Where the account protects minutes for a while (infra/modules/retention.bicep), which the emulator cannot.</summary>
public sealed class MinutesBlobsTests
{
    private const string Hash = "abc123";

    [Fact]
    public async Task Protected_bytes_are_taken_again_and_not_removed()
    {
        using var client = new HttpClient(new ProtectingHandler());
        using var store = await TestStore.CreateAsync(new HttpClientTransport(client));
        var (blobs, unit) = (store.Get<MinutesBlobs>(), Given.Id("c1"));

        Assert.False(await KeepAsync(blobs, unit));
        Assert.True(await KeepAsync(blobs, unit));

        var kept = await blobs.FindAsync(unit, Hash, default);
        Assert.False(await blobs.TryRemoveAsync(unit, Hash, kept!.Version, default));
        Assert.True(await blobs.ExistsAsync(unit, Hash, default));
    }

    private static Task<bool> KeepAsync(MinutesBlobs blobs, OrganizationId unit) =>
        blobs.KeepAsync(unit, Hash, new MemoryStream([1, 2, 3]), "application/pdf", default);

    /// <summary>Answers a change or a deletion of a blob as the service does while a rule of its container protects it.</summary>
    private sealed class ProtectingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var changes = request.Method == HttpMethod.Delete
                || request.RequestUri!.Query.Contains("comp=metadata", StringComparison.Ordinal);
            return changes
                ? new(HttpStatusCode.Conflict) { Headers = { { "x-ms-error-code", "BlobImmutableDueToPolicy" } }, RequestMessage = request }
                : await base.SendAsync(request, cancellationToken);
        }
    }
}
