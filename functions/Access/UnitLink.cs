using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ServerlessParty.Organizations;

namespace ServerlessParty.Access;

/// <summary>What a one-tap link says: which unit, until when, and under which epoch of the unit's contacts.</summary>
/// <param name="LastDay">The last day the link works, inclusive, a civil day in Vietnam.</param>
public sealed record UnitLink(OrganizationId Unit, int Epoch, DateOnly LastDay)
{
    /// <summary>How long after the due day a link still works.</summary>
    public const int DaysAfterDue = 30;

    /// <summary>The longest token that is looked at, in characters.</summary>
    public const int MaxTokenLength = 100;

    /// <summary>The purpose of a link to a unit's page.</summary>
    public const byte Page = 1;

    /// <summary>The purpose of a link that names the secretary; the number of the question stands in place of the epoch.</summary>
    public const byte Secretary = 2;

    private const int HeadLength = 7;
    private const int TagLength = 16;
    private static readonly int FirstDay = new DateOnly(2020, 1, 1).DayNumber;

    /// <summary>
    /// As short as can be, since it goes by SMS too: purpose (1 byte), last day (2), epoch (4), the id, and half of an
    /// HMAC-SHA256 over them (16 bytes), in base64url.
    /// </summary>
    public string Sign(byte[] key, byte purpose = Page)
    {
        var id = Encoding.ASCII.GetBytes(Unit.Value);
        var bytes = new byte[HeadLength + id.Length + TagLength];
        bytes[0] = purpose;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), (ushort)(LastDay.DayNumber - FirstDay));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(3), Epoch);
        id.CopyTo(bytes, HeadLength);
        Tag(key, bytes.AsSpan(..^TagLength)).CopyTo(bytes.AsSpan(^TagLength..));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a token; null for anything that this key did not sign for that purpose.</summary>
    public static UnitLink? Verify(string token, byte[] key, byte purpose = Page)
    {
        if (token.Length > MaxTokenLength || !Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        return bytes.Length > HeadLength + TagLength
            && bytes[0] == purpose
            && CryptographicOperations.FixedTimeEquals(Tag(key, bytes.AsSpan(..^TagLength)), bytes.AsSpan(^TagLength..))
            ? Read(bytes) : null;
    }

    private static UnitLink Read(ReadOnlySpan<byte> bytes) => new(
        OrganizationId.Parse(Encoding.ASCII.GetString(bytes[HeadLength..^TagLength])),
        BinaryPrimitives.ReadInt32BigEndian(bytes[3..]),
        DateOnly.FromDayNumber(FirstDay + BinaryPrimitives.ReadUInt16BigEndian(bytes[1..])));

    private static byte[] Tag(byte[] key, ReadOnlySpan<byte> signed) =>
        HMACSHA256.HashData(key, signed)[..TagLength];
}
