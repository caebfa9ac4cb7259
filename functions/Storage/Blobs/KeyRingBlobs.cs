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
        var container = Container();
        return [.. container.GetBlobs(prefix: Prefix).Select(b => Read(container, b))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var container = Container();
        var name = Prefix + Guid.NewGuid().ToString("N") + ".xml";
        container.GetBlobClient(name).Upload(
            new BinaryData(element.ToString(SaveOptions.DisableFormatting)),
            new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } });
    }

    // A page asks for keys while it is drawn, on a context that runs one thing at a time: waited for there, an answer never comes.
    private BlobContainerClient Container() => Task.Run(() => store.KeyBlobs).GetAwaiter().GetResult();

    private static XElement Read(BlobContainerClient container, BlobItem blob) =>
        XElement.Parse(container.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString());
}
