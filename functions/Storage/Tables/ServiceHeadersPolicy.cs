using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Storage.Tables;

/// <summary>What every request to the table service says: the version, and that answers are JSON with types.</summary>
internal sealed class ServiceHeadersPolicy(string version) : HttpPipelineSynchronousPolicy
{
    public const string Json = "application/json;odata=minimalmetadata";

    public override void OnSendingRequest(HttpMessage message)
    {
        var headers = message.Request.Headers;
        headers.SetValue("x-ms-version", version);
        headers.SetValue("DataServiceVersion", "3.0");
        if (!headers.Contains("Accept"))
        {
            headers.SetValue("Accept", Json);
        }
    }
}
