namespace ServerlessParty.Organizations;

/// <summary>
/// The stable, opaque name of a unit: 1 to 40 characters of <c>A-Z a-z 0-9 . -</c>, beginning and ending with a letter
/// or digit. Two ids that differ only in case are the same unit.
/// </summary>
public readonly struct OrganizationId : IEquatable<OrganizationId>, IComparable<OrganizationId>
{
    private readonly string? _value;

    private OrganizationId(string value) => _value = value;

    /// <summary>The id as it was first written.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An organization id was never set.");

    /// <summary>The one spelling that keys and comparisons use.</summary>
    public string Key => Value.ToLowerInvariant();

    public static bool TryParse(string? text, out OrganizationId id)
    {
        id = Token.IsValid(text) ? new OrganizationId(text!) : default;
        return id._value is not null;
    }

    /// <exception cref="FormatException">The text is not an id.</exception>
    public static OrganizationId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an organization id.");

    public bool Equals(OrganizationId other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is OrganizationId other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public int CompareTo(OrganizationId other) => string.CompareOrdinal(Key, other.Key);

    public override string ToString() => _value ?? "";

    public static bool operator ==(OrganizationId left, OrganizationId right) => left.Equals(right);

    public static bool operator !=(OrganizationId left, OrganizationId right) => !left.Equals(right);

    public static bool operator <(OrganizationId left, OrganizationId right) => left.CompareTo(right) < 0;

    public static bool operator >(OrganizationId left, OrganizationId right) => left.CompareTo(right) > 0;

    public static bool operator <=(OrganizationId left, OrganizationId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OrganizationId left, OrganizationId right) => left.CompareTo(right) >= 0;
}
