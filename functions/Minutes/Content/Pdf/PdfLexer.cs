using System.Globalization;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>
/// Reads PDF values one after the other. Ours, because the library that reads PDF elsewhere can be brought down with the
/// whole process by a small hostile file; this one holds nothing but what it was given, and nests only so deep.
/// </summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> bytes)
{
    /// <summary>Deeper than any program nests lists and dictionaries.</summary>
    private const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _depth;

    /// <summary>Where the next value is looked for.</summary>
    public int Position { get; set; }

    /// <summary>The next value, or null at the end. Marks of comments, and closing marks without an opening one, are passed over.</summary>
    /// <exception cref="InvalidDataException">Values lie in each other too deep.</exception>
    public PdfValue? Next()
    {
        while (Skip())
        {
            switch (_bytes[Position])
            {
                case (byte)'/':
                    return new PdfValue.Name(Name());
                case (byte)'(':
                    var literal = PdfStrings.Literal(_bytes, Position + 1, out var behind);
                    Position = behind;
                    return new PdfValue.Text(literal);
                case (byte)'<' when At(1) == '<':
                    return Dictionary();
                case (byte)'<':
                    var hex = PdfStrings.Hex(_bytes, Position + 1, out behind);
                    Position = behind;
                    return new PdfValue.Text(hex);
                case (byte)'[':
                    return List();
                case (byte)']' or (byte)'>' or (byte)')' or (byte)'{' or (byte)'}':
                    Position++;
                    break;
                default:
                    return WordOrNumber();
            }
        }

        return null;
    }

    /// <summary>Passes over white space and comments; false at the end.</summary>
    public bool Skip()
    {
        while (Position < _bytes.Length)
        {
            if (_bytes[Position] == '%')
            {
                var line = _bytes[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = line < 0 ? _bytes.Length : Position + line;
            }
            else if (!IsSpace(_bytes[Position]))
            {
                return true;
            }
            else
            {
                Position++;
            }
        }

        return false;
    }

    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']'
        or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private readonly int At(int ahead) => Position + ahead < _bytes.Length ? _bytes[Position + ahead] : -1;

    private ReadOnlySpan<byte> Regular()
    {
        var start = Position;
        while (Position < _bytes.Length && !IsSpace(_bytes[Position]) && !IsDelimiter(_bytes[Position]))
        {
            Position++;
        }

        return _bytes[start..Position];
    }

    private string Name()
    {
        Position++;
        return PdfStrings.Name(Regular());
    }

    private PdfValue.List List()
    {
        Enter();
        Position++;
        var items = new List<PdfValue>();
        while (Skip() && At(0) != ']')
        {
            var before = Position;
            PdfItems.Add(items, Next());
            if (Position == before || items is [.., PdfValue.Word { Value: "endobj" }])
            {
                break;
            }
        }

        Position = Math.Min(Position + (At(0) == ']' ? 1 : 0), _bytes.Length);
        _depth--;
        return new(items);
    }

    private PdfValue.Dictionary Dictionary()
    {
        Enter();
        Position += 2;
        var items = new List<PdfValue>();
        while (Skip() && !(At(0) == '>' && At(1) == '>'))
        {
            PdfItems.Add(items, Next());
            if (items is [.., PdfValue.Word { Value: "endobj" or "stream" }])
            {
                break;
            }
        }

        Position = Math.Min(Position + (At(0) == '>' ? 2 : 0), _bytes.Length);
        _depth--;
        return PdfItems.Pair(items);
    }

    private void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw new InvalidDataException("Too deep.");
        }
    }

    private PdfValue WordOrNumber()
    {
        var word = Regular();
        if (word[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.')
        {
            return new PdfValue.Number(double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0);
        }

        return word.SequenceEqual("null"u8) ? PdfValue.Null.Value
            : new PdfValue.Word(System.Text.Encoding.Latin1.GetString(word[..Math.Min(word.Length, 40)]));
    }
}
