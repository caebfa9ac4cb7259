namespace ServerlessParty.Organizations;

/// <summary>The kind of a unit (<c>SubordinateCell</c>): data from <c>seeds/kinds.json</c>, not an enum, since the structure of the Party changes by regulation.</summary>
public readonly record struct KindCode
{
    private readonly string? _value;

    private KindCode(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("A kind was never set.");

    public static bool TryParse(string? text, out KindCode kind)
    {
        kind = Token.IsValid(text) ? new KindCode(text!) : default;
        return kind._value is not null;
    }

    /// <exception cref="FormatException">The text is not a kind code.</exception>
    public static KindCode Parse(string text) =>
        TryParse(text, out var kind) ? kind : throw new FormatException($"'{text}' is not a kind code.");

    public override string ToString() => _value ?? "";
}
