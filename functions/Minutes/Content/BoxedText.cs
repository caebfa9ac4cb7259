using System.Text;

namespace ServerlessParty.Minutes.Content;

/// <summary>
/// Puts together the text of a word processor's document as its elements begin and end: paragraphs may lie in cells and text
/// boxes, and those in paragraphs again. The text of a paragraph may be split over any number of runs.
/// </summary>
internal sealed class BoxedText(TextLines lines)
{
    /// <summary>A paragraph longer than this is cut; a box longer than a mark is no mark.</summary>
    private const int MaxParagraph = 200_000;

    private const int MaxBox = 100;

    private readonly Stack<StringBuilder> _paragraphs = new();
    private readonly Stack<StringBuilder> _boxes = new();

    public void BeginParagraph() => _paragraphs.Push(new());

    /// <summary>Writes to the innermost paragraph; a line feed ends a line in it.</summary>
    public void Write(string text)
    {
        if (_paragraphs.TryPeek(out var paragraph) && paragraph.Length < MaxParagraph)
        {
            paragraph.Append(text);
        }
    }

    /// <exception cref="ContentRefusedException">One of its lines, or the whole of it, is a mark of secrecy.</exception>
    public void EndParagraph()
    {
        if (!_paragraphs.TryPop(out var paragraph))
        {
            return;
        }

        var text = paragraph.ToString();
        RefuseMark(text);
        foreach (var line in text.Split('\n'))
        {
            lines.Add(line);
        }

        if (_boxes.TryPeek(out var box) && box.Length <= MaxBox)
        {
            box.Append(text.AsSpan(0, Math.Min(text.Length, MaxBox + 1))).Append(' ');
        }
    }

    /// <summary>A cell or a text box begins.</summary>
    public void BeginBox() => _boxes.Push(new());

    /// <exception cref="ContentRefusedException">Its whole text is a mark of secrecy.</exception>
    public void EndBox()
    {
        if (_boxes.TryPop(out var box))
        {
            RefuseMark(box.ToString());
        }
    }

    private static void RefuseMark(string text)
    {
        if (SecretMark.IsMark(text))
        {
            throw new ContentRefusedException(MinutesRefusals.Secret);
        }
    }
}
