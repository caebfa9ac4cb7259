using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Storage.Tables;

/// <summary>Signs each attempt anew, since the date is part of what is signed.</summary>
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = TimeProvider.System.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var path = message.Request.Uri.ToUri().AbsolutePath;
        // The path is signed as it goes over the wire; an emulator's path begins with the account once more.
        var signature = credential.Sign($"{date}\n/{credential.AccountName}{path}");
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }
}
