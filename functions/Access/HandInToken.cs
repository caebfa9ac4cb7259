using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>
/// The token in a unit's hand-in address: an HMAC over the unit and the epoch of its contacts. It is no link: it holds
/// nothing that could be read, and its key signs nothing else. Lower case, since mail systems change the case of addresses.
/// </summary>
internal static class HandInToken
{
    /// <summary>In characters, of five bits each.</summary>
    public const int Length = 32;

    private const int Bits = 5;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Of(Organization unit, byte[] key)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{unit.Id.Key}|{unit.LinkEpoch}");
        var tag = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed));
        return string.Create(Length, tag, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = Alphabet[Five(bytes, i * Bits)];
            }
        });
    }

    private static int Five(byte[] bytes, int bit)
    {
        var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
        return (pair >> (16 - Bits - (bit % 8))) & 31;
    }
}
