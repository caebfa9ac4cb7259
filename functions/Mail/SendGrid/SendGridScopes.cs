using System.Net;
using System.Text.Json;

namespace ServerlessParty.Mail.SendGrid;

/// <summary>What SendGrid says of a key.</summary>
internal abstract record SendGridScopes
{
    private const string SendMail = "mail.send";

    private SendGridScopes()
    {
    }

    /// <summary>It knows the key.</summary>
    public sealed record Known(bool MaySend) : SendGridScopes;

    /// <summary>It does not let the key in.</summary>
    public sealed record Refused(int Status) : SendGridScopes;

    /// <summary>There was no answer that could be read.</summary>
    public sealed record Silent : SendGridScopes;

    public static SendGridScopes Of(HttpStatusCode status, ReadOnlyMemory<byte> body)
    {
        if (status is not HttpStatusCode.OK)
        {
            return new Refused((int)status);
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("scopes", out var scopes) && scopes.ValueKind is JsonValueKind.Array
                    ? new Known(scopes.EnumerateArray().Any(s => s.ValueKind is JsonValueKind.String && s.ValueEquals(SendMail)))
                    : new Silent();
        }
        catch (JsonException)
        {
            return new Silent();
        }
    }
}
