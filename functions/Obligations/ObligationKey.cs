using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>What is owed: <c>minutes.regular</c>, <c>minutes.thematic</c>, <c>rating.organization</c>, <c>rating.members</c>, open to more.</summary>
public readonly record struct ObligationKind
{
    private readonly string? _value;

    private ObligationKind(string value) => _value = value;

    public static ObligationKind RegularMinutes { get; } = new("minutes.regular");

    public static ObligationKind ThematicMinutes { get; } = new("minutes.thematic");

    public static ObligationKind OrganizationRating { get; } = new("rating.organization");

    public static ObligationKind MemberRatings { get; } = new("rating.members");

    public string Value => _value ?? throw new InvalidOperationException("An obligation kind was never set.");

    /// <summary>Whether the record of a meeting is owed: a file, which other kinds are not.</summary>
    public bool IsMinutes => this == RegularMinutes || this == ThematicMinutes;

    /// <summary>The part before the first dot, which reminder rules are limited to: <c>minutes</c>, <c>rating</c>.</summary>
    public string Family => Value.Split('.')[0];

    public static bool TryParse(string? text, out ObligationKind kind)
    {
        kind = Token.IsValid(text) ? new ObligationKind(text!) : default;
        return kind._value is not null;
    }

    /// <exception cref="FormatException">The text is not a kind.</exception>
    public static ObligationKind Parse(string text) =>
        TryParse(text, out var kind) ? kind : throw new FormatException($"'{text}' is not an obligation kind.");

    public override string ToString() => _value ?? "";
}

/// <summary>For when it is owed: a month <c>2026-11</c>, a quarter <c>2026-Q4</c> or a year <c>2026</c>.</summary>
public readonly record struct Period
{
    private readonly string? _value;

    private Period(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("A period was never set.");

    public static Period Year(int year) => new($"{year:D4}");

    public static Period Month(int year, int month) => new($"{year:D4}-{month:D2}");

    public static Period Quarter(int year, int quarter) => new($"{year:D4}-Q{quarter}");

    public static bool TryParse(string? text, out Period period)
    {
        period = Token.IsValid(text) ? new Period(text!) : default;
        return period._value is not null;
    }

    /// <exception cref="FormatException">The text is not a period.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is not a period.");

    public override string ToString() => _value ?? "";
}

/// <summary>Names one obligation: which unit, what, for when.</summary>
public readonly record struct ObligationKey(OrganizationId Organization, ObligationKind Kind, Period Period)
{
    public override string ToString() => $"{Organization}|{Kind}|{Period}";
}
