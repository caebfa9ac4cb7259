using System.Numerics;
using System.Text;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Letters that stand side by side, as they were shown one after the other.</summary>
/// <param name="Angle">Of their line, in whole degrees.</param>
/// <param name="Height">Of their line above the lower edge; higher ones are read first.</param>
internal sealed record PdfRun(int Angle, double Height, double Start, double Size)
{
    public StringBuilder Text { get; } = new();

    public double End { get; set; } = Start;

    /// <summary>Where its last letter begins.</summary>
    public double Last { get; set; } = Start;
}

/// <summary>Puts the letters of a page together to runs.</summary>
internal sealed class PdfRuns
{
    /// <summary>A gap wider than this part of the letters' size is a space.</summary>
    public const double Space = 0.18;

    /// <summary>More letters than a page can show.</summary>
    private const int MaxLetters = 200_000;

    private readonly List<PdfRun> _runs = [];
    private int _letters;

    public IReadOnlyList<PdfRun> All => _runs;

    public void Add(string text, PdfGlyph glyph)
    {
        if (text.Length == 0 || ++_letters > MaxLetters || !IsSound(glyph))
        {
            return;
        }

        var along = Vector2.Normalize(glyph.Along);
        var (height, start, end) = (Across(glyph.Start, along), Vector2.Dot(glyph.Start, along), Vector2.Dot(glyph.End, along));
        var angle = (int)Math.Round(Math.Atan2(along.Y, along.X) * 180 / Math.PI);
        if (_runs.Count == 0 || !Continues(_runs[^1], angle, height, start, glyph.Size))
        {
            _runs.Add(new(angle, height, start, glyph.Size));
        }
        else if (IsSecondStroke(_runs[^1], text, start))
        {
            return;
        }

        Append(_runs[^1], text, start, end);
    }

    private static void Append(PdfRun run, string text, double start, double end)
    {
        run.Text.Append(text);
        run.Last = start;
        run.End = Math.Max(start, end);
    }

    /// <summary>A gap ends a run even within a word: programs leave letters out that another font has to lend, and show them later.</summary>
    private static bool Continues(PdfRun run, int angle, double height, double start, double size) =>
        run.Angle == angle && Math.Abs(run.Height - height) < 0.3 * size
        && start - run.End < Space * size && start - run.Last > -0.3 * size && Math.Abs(run.Size - size) < 0.5 * run.Size;

    /// <summary>Some programs show a letter twice, a hair apart, to make it bold.</summary>
    private static bool IsSecondStroke(PdfRun run, string text, double start) =>
        Math.Abs(start - run.Last) < 0.1 * run.Size && run.Text.Length >= text.Length
        && run.Text.ToString(run.Text.Length - text.Length, text.Length) == text;

    /// <summary>The height of a line above the lower edge, whichever way it runs.</summary>
    private static double Across(Vector2 place, Vector2 along) => (place.Y * along.X) - (place.X * along.Y);

    private static bool IsSound(PdfGlyph glyph) =>
        float.IsFinite(glyph.Start.X + glyph.Start.Y + glyph.End.X + glyph.End.Y) && float.IsFinite(glyph.Size)
        && glyph.Size > 0 && glyph.Along.LengthSquared() is > 0 and < float.PositiveInfinity
        && Math.Abs(glyph.Start.X) < 1e6 && Math.Abs(glyph.Start.Y) < 1e6;
}
