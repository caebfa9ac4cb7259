using System.Globalization;
using System.Text.Json;

namespace ServerlessParty.Mail.Events;

/// <summary>Reads a post of SendGrid's Event Webhook. Events of other senders of the same account, and kinds that say nothing of a letter's way, are left out.</summary>
internal static class MailEventReader
{
    private const int MaxIdLength = 200;
    private const int MaxReasonLength = 300;

    /// <returns>Null when the body is no JSON array.</returns>
    public static IReadOnlyList<MailEvent>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Select(Read).OfType<MailEvent>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MailEvent? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || KindOf(item) is not { } kind
            || !TryParse(Text(item, MailEvent.LetterArgument, MaxIdLength), out var letter, out var attempt))
        {
            return null;
        }

        var at = item.TryGetProperty("timestamp", out var time) && time.ValueKind == JsonValueKind.Number
            && time.TryGetInt64(out var seconds) ? seconds : 0;
        var reason = Text(item, "reason", MaxReasonLength);
        return new(
            Text(item, "sg_event_id", MaxIdLength), kind, at, letter, attempt,
            Text(item, "sg_message_id", MaxIdLength).Split('.')[0],
            reason.Length > 0 ? reason : Text(item, "response", MaxReasonLength));
    }

    private static MailEventKind? KindOf(JsonElement item) => Text(item, "event", MaxIdLength) switch
    {
        "processed" => MailEventKind.Processed,
        "deferred" => MailEventKind.Deferred,
        "delivered" => MailEventKind.Delivered,
        "bounce" => Text(item, "type", MaxIdLength) == "blocked" ? MailEventKind.Blocked : MailEventKind.Bounced,
        "dropped" => MailEventKind.Dropped,
        "spamreport" => MailEventKind.SpamReport,
        "unsubscribe" or "group_unsubscribe" => MailEventKind.Unsubscribed,
        _ => null,
    };

    /// <summary>An event id may hold dots, so that the attempt is what stands behind the last one.</summary>
    private static bool TryParse(string text, out LetterId letter, out int attempt)
    {
        var dot = text.LastIndexOf('.');
        attempt = 0;
        var isLetter = LetterId.TryParse(dot < 0 ? null : text[..dot], out var id)
            && int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out attempt);
        letter = id!;
        return isLetter;
    }

    private static string Text(JsonElement item, string name, int maxLength)
    {
        var text = item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return text.Length > maxLength ? text[..maxLength] : text;
    }
}
