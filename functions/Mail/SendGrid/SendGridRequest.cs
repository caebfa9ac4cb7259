using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServerlessParty.Mail.Events;

namespace ServerlessParty.Mail.SendGrid;

/// <summary>One <c>POST /v3/mail/send</c>.</summary>
/// <param name="Mails">At least one; more share class, answering domain and content.</param>
internal sealed record SendGridRequest(IReadOnlyList<OutgoingMail> Mails)
{
    private static readonly JsonWriterOptions Json = new()
    {
        // Vietnamese letters as they are, not as six characters each: nobody takes this JSON for HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly string[] Trackings = ["click_tracking", "open_tracking", "subscription_tracking"];

    private bool IsShared => Mails.Count > 1;

    public void Write(MailOptions options, IBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer, Json);
        json.WriteStartObject();
        WriteAddress(json, "from", options.From, options.FromName);
        WriteAnswers(json);
        json.WriteString("subject", Mails[0].Subject);
        json.WriteStartArray("personalizations");
        foreach (var mail in Mails)
        {
            WriteLetter(json, mail);
        }

        json.WriteEndArray();
        WriteContent(json);
        WriteSettings(json);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteAddress(Utf8JsonWriter json, string property, string address, string name = "")
    {
        json.WriteStartObject(property);
        json.WriteString("email", address);
        if (name.Length > 0)
        {
            json.WriteString("name", name);
        }

        json.WriteEndObject();
    }

    private void WriteAnswers(Utf8JsonWriter json)
    {
        if (EmailAddress.IsValid(Mails[0].ReplyTo))
        {
            var address = Mails[0].ReplyTo!;
            WriteAddress(json, "reply_to", IsShared ? $"{SendGridRequests.ReplyTag}@{address.Split('@')[1]}" : address);
        }
    }

    private void WriteLetter(Utf8JsonWriter json, OutgoingMail mail)
    {
        json.WriteStartObject();
        json.WriteStartArray("to");
        json.WriteStartObject();
        json.WriteString("email", mail.To);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("subject", mail.Subject);
        json.WriteStartObject("custom_args");
        json.WriteString(MailEvent.LetterArgument, $"{mail.Letter}.{mail.Attempt}");
        json.WriteEndObject();
        if (IsShared)
        {
            WriteSubstitutions(json, mail);
        }

        json.WriteEndObject();
    }

    private static void WriteSubstitutions(Utf8JsonWriter json, OutgoingMail mail)
    {
        json.WriteStartObject("substitutions");
        json.WriteText(SendGridRequests.TextTag, mail.Text);
        json.WriteText(SendGridRequests.HtmlTag, mail.Html);
        if (mail.ReplyTo is { } address)
        {
            json.WriteString(SendGridRequests.ReplyTag, address.Split('@')[0]);
        }

        json.WriteEndObject();
    }

    private void WriteContent(Utf8JsonWriter json)
    {
        json.WriteStartArray("content");
        WritePart(json, "text/plain", IsShared ? SendGridRequests.TextTag : Mails[0].Text);
        WritePart(json, "text/html", IsShared ? SendGridRequests.HtmlTag : Mails[0].Html);
        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteText("value", value);
        json.WriteEndObject();
    }

    /// <summary>Nobody counts who opens what. A category is no place for personal data, and is the class of letters alone.</summary>
    private void WriteSettings(Utf8JsonWriter json)
    {
        json.WriteStartObject("headers");
        json.WriteString("Auto-Submitted", MimeLetter.AutoSubmitted);
        json.WriteEndObject();
        json.WriteStartArray("categories");
        json.WriteStringValue(Mails[0].Letter.Class);
        json.WriteEndArray();
        json.WriteStartObject("tracking_settings");
        foreach (var tracking in Trackings)
        {
            json.WriteStartObject(tracking);
            json.WriteBoolean("enable", false);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
