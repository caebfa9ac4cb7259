using System.Xml;

namespace ServerlessParty.Minutes.Content;

/// <summary>Ends the reading of a file from any depth of it; caught where the check began, never outside.</summary>
internal sealed class ContentRefusedException(string code) : Exception(code)
{
    /// <summary>One of <see cref="MinutesRefusals"/>.</summary>
    public string Code { get; } = code;

    /// <summary>What readers of files throw when the bytes are not what they should be.</summary>
    public static bool IsDamage(Exception e) =>
        e is InvalidDataException or XmlException or IOException or FormatException or OverflowException
            or ArgumentException or IndexOutOfRangeException or InvalidOperationException or NotSupportedException;
}
