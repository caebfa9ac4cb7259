using System.Text.Json.Serialization;

namespace ServerlessParty.Organizations;

/// <summary>A person who answers for a unit. E-mail and phone may be missing: many cells have neither.</summary>
/// <param name="Email">A plain ASCII address of at most 254 characters, or null.</param>
/// <param name="Phone">As written by the unit, at most 30 characters, or null.</param>
public sealed record Contact(string Name, string? Email, string? Phone)
{
    public const int MaxNameLength = 100;
    public const int MaxEmailLength = 254;
    public const int MaxPhoneLength = 30;

    /// <summary>Why no more letters go to this person; null while they may.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactMark? Mark { get; init; }

    /// <summary>The address in the one spelling that letters use, or null when mail cannot, or is no longer to, reach the person.</summary>
    public string? LetterAddress() => Mark is null ? WrittenAddress() : null;

    /// <summary>The same address whether or not letters still go to it.</summary>
    public string? WrittenAddress() => EmailRule.TryNormalize((Email ?? "").Trim(), out var address) ? address : null;

    public static Contact Unknown { get; } = new("", null, null);
}

/// <summary>The secretary of a unit and, in order, the deputies (at most five).</summary>
public sealed record Contacts(Contact Secretary, IReadOnlyList<Contact> Deputies)
{
    public const int MaxDeputies = 5;

    public static Contacts Unknown { get; } = new(Contact.Unknown, []);

    public bool Equals(Contacts? other) =>
        other is not null && Secretary == other.Secretary && Deputies.SequenceEqual(other.Deputies);

    public override int GetHashCode() => HashCode.Combine(Secretary, Deputies.Count);
}
