using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Inbound;

/// <summary>Minutes that a mail became or repeats, in words.</summary>
internal static class DocumentName
{
    /// <param name="id">As <see cref="MinutesId"/> writes it.</param>
    public static string Of(string id) => MinutesId.TryParse(id, out var minutes)
        ? InboundTexts.Format("DocumentName", ObligationNames.Of(minutes.Key.Kind, minutes.Key.Period), minutes.Version)
        : id;
}
