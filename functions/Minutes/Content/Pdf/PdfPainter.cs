namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Follows the drawing instructions of a page as far as they show text, and notes where each letter comes to stand.</summary>
internal sealed class PdfPainter(PdfObjects objects, Func<PdfValue, PdfFont?> fontOf, PdfRuns runs, ReadingBudget budget)
{
    /// <summary>Drawings in drawings.</summary>
    private const int MaxDepth = 6;

    /// <summary>Drawings used on one page, counted each time.</summary>
    private const int MaxForms = 500;

    /// <summary>The most bytes of one such drawing, unpacked.</summary>
    private const int MaxForm = 2 * 1024 * 1024;

    private const int MaxSaved = 200;
    private const int MaxOperands = 100;

    private readonly Stack<PdfTextState> _saved = new();
    private PdfTextState _state = new();
    private int _forms;
    private int _depth;

    public void Paint(byte[] instructions, PdfValue.Dictionary resources)
    {
        var lexer = new PdfLexer(instructions);
        var operands = new List<PdfValue>();
        for (var count = 0; lexer.Next() is { } value; count = (count + 1) % 1024)
        {
            if (count == 0)
            {
                budget.Check();
            }

            if (value is not PdfValue.Word word)
            {
                operands.Add(value);
                operands.RemoveRange(0, Math.Max(0, operands.Count - MaxOperands));
                continue;
            }

            if (word.Value == "ID")
            {
                PassPicture(instructions, ref lexer);
            }
            else
            {
                Do(word.Value, operands, resources);
            }

            operands.Clear();
        }
    }

    private void Do(string word, List<PdfValue> operands, PdfValue.Dictionary resources)
    {
        switch (word)
        {
            case "q" when _saved.Count < MaxSaved:
                _saved.Push(_state);
                break;
            case "Q" when _saved.TryPop(out var saved):
                _state = saved;
                break;
            case "cm" when PdfTextState.Matrix(operands) is { } matrix:
                _state = _state with { Page = matrix * _state.Page };
                break;
            case "Tf" when operands is [PdfValue.Name name, PdfValue.Number size]:
                var fonts = objects.DictionaryAt(resources, "Font") ?? PdfValue.Dictionary.Empty;
                _state = _state with { Font = fontOf(fonts[name.Value]), Size = (float)size.Value };
                break;
            case "Tj" or "TJ" or "'" or "\"":
                Show(word, operands);
                break;
            case "Do" when operands is [PdfValue.Name name]:
                PaintForm(name.Value, resources);
                break;
            default:
                _state = _state.After(word, operands);
                break;
        }
    }

    private void Show(string word, List<PdfValue> operands)
    {
        if (word is "'" or "\"")
        {
            _state = (operands is [PdfValue.Number words, PdfValue.Number letters, ..]
                ? _state with { BetweenWords = (float)words.Value, BetweenLetters = (float)letters.Value } : _state).NextLine();
        }

        var shown = operands is [.., PdfValue.List list] ? list.Items : operands.TakeLast(1);
        foreach (var item in shown)
        {
            _state = item switch
            {
                PdfValue.Number back => _state.Moved(-(float)back.Value / 1000 * _state.Size * _state.Stretch),
                PdfValue.Text text when _state.Font is { } font => Show(text.Bytes, font),
                _ => _state,
            };
        }
    }

    private PdfTextState Show(byte[] text, PdfFont font)
    {
        var state = _state;
        foreach (var code in font.Codes(text))
        {
            var width = (float)code.Width * state.Size;
            runs.Add(code.Meaning, state.Glyph(width * state.Stretch));
            state = state.Moved((width + state.BetweenLetters + (code.IsSpace ? state.BetweenWords : 0)) * state.Stretch);
        }

        return state;
    }

    /// <summary>A form is a drawing used in another; a picture in its place is nothing to read.</summary>
    private void PaintForm(string name, PdfValue.Dictionary resources)
    {
        var forms = objects.DictionaryAt(resources, "XObject") ?? PdfValue.Dictionary.Empty;
        if (_depth >= MaxDepth || _forms >= MaxForms || objects.Resolve(forms[name]) is not PdfValue.Stream form
            || form.Of.NameAt("Subtype") is not "Form" || objects.Bytes.Unpack(form, MaxForm) is not { } instructions)
        {
            return;
        }

        var (state, saved) = (_state, _saved.ToArray());
        (_depth, _forms) = (_depth + 1, _forms + 1);
        if (objects.Resolve(form.Of["Matrix"]) is PdfValue.List matrix && PdfTextState.Matrix(matrix.Items) is { } place)
        {
            _state = _state with { Page = place * _state.Page };
        }

        Paint(instructions, objects.DictionaryAt(form.Of, "Resources") ?? resources);
        _depth--;
        _state = state;
        _saved.Clear();
        foreach (var one in saved.Reverse())
        {
            _saved.Push(one);
        }
    }

    /// <summary>A small picture among the instructions ends with a word of its own between spaces.</summary>
    private static void PassPicture(byte[] instructions, ref PdfLexer lexer)
    {
        for (var at = lexer.Position; ;)
        {
            var end = instructions.AsSpan(at).IndexOf("EI"u8);
            if (end < 0)
            {
                lexer.Position = instructions.Length;
                return;
            }

            at += end + 2;
            if (PdfLexer.IsSpace(instructions[Math.Max(0, at - 3)]) && (at == instructions.Length || PdfLexer.IsSpace(instructions[at])))
            {
                lexer.Position = at;
                return;
            }
        }
    }
}
