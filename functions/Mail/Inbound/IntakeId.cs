using System.Security.Cryptography;

namespace ServerlessParty.Mail.Inbound;

/// <summary>Names one mail that came in: 64 lower-case hex digits, the same for every delivery of the same mail.</summary>
public readonly record struct IntakeId
{
    private readonly string? _value;

    private IntakeId(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("An intake id was never set.");

    public static IntakeId Of(ReadOnlySpan<byte> sha256) =>
        sha256.Length == SHA256.HashSizeInBytes
            ? new(Convert.ToHexStringLower(sha256))
            : throw new ArgumentException("Not the length of a SHA-256.", nameof(sha256));

    public static bool TryParse(string? text, out IntakeId id)
    {
        id = text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower) ? new(text) : default;
        return id._value is not null;
    }

    public override string ToString() => _value ?? "";
}
