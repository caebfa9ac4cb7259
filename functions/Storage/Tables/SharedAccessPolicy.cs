using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Storage.Tables;

/// <summary>Adds a shared access signature to the address; a retry has it already unless it was changed meanwhile.</summary>
internal sealed class SharedAccessPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    private const string Added = "ServerlessParty.SharedAccess";

    public override void OnSendingRequest(HttpMessage message)
    {
        var signature = credential.Signature.TrimStart('?');
        var query = message.Request.Uri.Query.TrimStart('?');
        if (message.TryGetProperty(Added, out var earlier) && earlier is string old)
        {
            query = query[..^old.Length].TrimEnd('&');
        }

        message.Request.Uri.Query = query.Length == 0 ? signature : $"{query}&{signature}";
        message.SetProperty(Added, signature);
    }
}
