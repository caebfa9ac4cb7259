using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Obligations;

namespace ServerlessParty.Minutes.Letters;

/// <summary>Names the events that letters about minutes are caused by; the same event, asked again, gets the same name.</summary>
internal static class LetterEvents
{
    /// <summary>The longest name a letter takes.</summary>
    public const int MaxLength = 80;

    private const int HashLength = 40;

    /// <summary>These minutes came in.</summary>
    public static string Receipt(MinutesId minutes) => Of(minutes.Key, minutes.Version);

    /// <param name="entry">The sequence of the audit entry of this very return: a second return is another event, whatever it says.</param>
    public static string Return(ObligationKey key, int entry) => Of(key, entry);

    private static string Of(ObligationKey key, int number)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{key.Organization.Key}.{key.Kind}.{key.Period}.{number}");
        return name.Length <= MaxLength
            ? name : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
    }
}
