using System.Buffers.Binary;

namespace ServerlessParty.Minutes.Photos;

/// <summary>What the head of a PNG says.</summary>
/// <param name="Bits">Of one channel of one pixel: 1, 2, 4, 8 or 16.</param>
/// <param name="Channels">1 grey or palette, 2 grey with alpha, 3 colours, 4 colours with alpha.</param>
internal sealed record PngFormat(int Width, int Height, int Bits, int Channels, bool IsPalette, bool IsInterlaced)
{
    public bool HasAlpha => Channels is 2 or 4;

    public long Pixels => (long)Width * Height;

    /// <summary>Null when no PNG can be like this.</summary>
    public static PngFormat? Of(ReadOnlySpan<byte> head)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(head);
        var height = BinaryPrimitives.ReadInt32BigEndian(head[4..]);
        return width > 0 && height > 0 && head[10..] is [0, 0, 0 or 1] && ChannelsOf(head[8], head[9]) is > 0 and var channels
            ? new(width, height, head[8], channels, head[9] == 3, head[12] == 1)
            : null;
    }

    private static int ChannelsOf(byte bits, byte colourType) => (colourType, bits) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) => 1,
        (2, 8 or 16) => 3,
        (4, 8 or 16) => 2,
        (6, 8 or 16) => 4,
        _ => 0,
    };
}
