using System.Globalization;

namespace ServerlessParty.Minutes.Photos;

/// <summary>An A4 page with one photo, as large as it fits: upright when the photo is, else lying. In points (1/72 inch).</summary>
/// <param name="Content">Draws the picture that the page names <c>Photo</c>.</param>
internal sealed record PhotoPage(int Width, int Height, string Content)
{
    private const int ShortSide = 595;
    private const int LongSide = 842;

    /// <summary>Five millimetres, which no printer cuts off.</summary>
    private const int Margin = 14;

    public static PhotoPage Of(Photo photo)
    {
        var (across, down) = photo.Orientation.SwapsSides ? (photo.Height, photo.Width) : (photo.Width, photo.Height);
        var (width, height) = across > down ? (LongSide, ShortSide) : (ShortSide, LongSide);
        var scale = Math.Min((width - (2.0 * Margin)) / across, (height - (2.0 * Margin)) / down);
        return new(width, height, Draw(photo.Orientation, across * scale, down * scale, width, height));
    }

    private static string Draw(Orientation orientation, double across, double down, int width, int height)
    {
        var turn = orientation.Matrix;
        var (x, y) = ((width - across) / 2, (height - down) / 2);
        double[] matrix =
            [turn.A * across, turn.B * down, turn.C * across, turn.D * down, x + (turn.E * across), y + (turn.F * down)];
        return $"q {string.Join(' ', matrix.Select(Number))} cm /Photo Do Q";
    }

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
