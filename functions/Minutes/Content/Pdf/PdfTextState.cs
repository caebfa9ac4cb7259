using System.Numerics;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>How and where the next letter is shown; the words of the PDF instructions that change it are its own.</summary>
internal sealed record PdfTextState
{
    /// <summary>From the units of the instructions to those of the page.</summary>
    public Matrix3x2 Page { get; init; } = Matrix3x2.Identity;

    public PdfFont? Font { get; init; }

    public float Size { get; init; } = 1;

    /// <summary>1: as wide as the font says.</summary>
    public float Stretch { get; init; } = 1;

    public float BetweenLetters { get; init; }

    public float BetweenWords { get; init; }

    /// <summary>From one line down to the next.</summary>
    private float Leading { get; init; }

    private float Rise { get; init; }

    private Matrix3x2 Line { get; init; } = Matrix3x2.Identity;

    private Matrix3x2 Letter { get; init; } = Matrix3x2.Identity;

    /// <summary>Six numbers; null when they are not.</summary>
    public static Matrix3x2? Matrix(IReadOnlyList<PdfValue> numbers) =>
        numbers is [.., PdfValue.Number a, PdfValue.Number b, PdfValue.Number c, PdfValue.Number d, PdfValue.Number e, PdfValue.Number f]
            ? new((float)a.Value, (float)b.Value, (float)c.Value, (float)d.Value, (float)e.Value, (float)f.Value)
            : null;

    public PdfTextState After(string word, List<PdfValue> operands)
    {
        var last = operands is [.., PdfValue.Number number] ? (float)number.Value : 0;
        return word switch
        {
            "BT" => this with { Line = Matrix3x2.Identity, Letter = Matrix3x2.Identity },
            "Tm" when Matrix(operands) is { } matrix => this with { Line = matrix, Letter = matrix },
            "Td" when operands is [.., PdfValue.Number x, PdfValue.Number] => Down((float)x.Value, last),
            "TD" when operands is [.., PdfValue.Number x, PdfValue.Number] => (this with { Leading = -last }).Down((float)x.Value, last),
            "T*" => NextLine(),
            "TL" => this with { Leading = last },
            "Tc" => this with { BetweenLetters = last },
            "Tw" => this with { BetweenWords = last },
            "Tz" => this with { Stretch = last / 100 },
            "Ts" => this with { Rise = last },
            _ => this,
        };
    }

    public PdfTextState NextLine() => Down(0, -Leading);

    /// <summary>Along the line, in the units of the text.</summary>
    public PdfTextState Moved(float along) => this with { Letter = Matrix3x2.CreateTranslation(along, 0) * Letter };

    /// <summary>Where a letter of this width comes to stand on the page.</summary>
    public PdfGlyph Glyph(float width)
    {
        var place = Letter * Page;
        return new(
            Vector2.Transform(new(0, Rise), place), Vector2.Transform(new(width, Rise), place),
            Vector2.TransformNormal(new(0, Size), place).Length(), Vector2.TransformNormal(Vector2.UnitX, place));
    }

    private PdfTextState Down(float x, float y)
    {
        var line = Matrix3x2.CreateTranslation(x, y) * Line;
        return this with { Line = line, Letter = line };
    }
}

/// <summary>Where a letter stands.</summary>
/// <param name="Start">Where it begins on the base line.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Size">Its height.</param>
/// <param name="Along">The direction of its line.</param>
internal readonly record struct PdfGlyph(Vector2 Start, Vector2 End, float Size, Vector2 Along);
