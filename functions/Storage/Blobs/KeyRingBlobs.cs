using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ServerlessParty.Storage.Blobs;

/// <summary>The Data Protection key ring, one blob an element, so that a cookie made by one instance opens in every other.</summary>
/// <remarks>Synchronous, since the interface is: it is read once in a day.</remarks>
internal sealed class KeyRingBlobs(Store store) : IXmlRepository
{
    private const string Prefix = "ring/";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var container = store.KeyBlobs.GetAwaiter().GetResult();
        return [.. container.GetBlobs(prefix: Prefix).Select(b => Read(container, b))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var container = store.KeyBlobs.GetAwaiter().GetResult();
        var name = Prefix + Guid.NewGuid().ToString("N") + ".xml";
        container.GetBlobClient(name).Upload(
            new BinaryData(element.ToString(SaveOptions.DisableFormatting)),
            new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } });
    }

    private static XElement Read(BlobContainerClient container, BlobItem blob) =>
        XElement.Parse(container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString());
}
