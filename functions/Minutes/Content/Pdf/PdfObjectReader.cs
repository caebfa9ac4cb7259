namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>Reads the one object that lies at a place of the file.</summary>
internal sealed class PdfObjectReader(PdfSource source)
{
    /// <summary>Most objects are short; what does not fit is read again in a larger piece.</summary>
    private static readonly int[] Pieces = [2 * 1024, 64 * 1024, PdfSource.MaxPiece];

    /// <summary>What reading all objects may look at, as a multiple of the file: those that lie in each other cost more than they are.</summary>
    private const int MaxTimes = 4;

    private const long FreeBytes = 64 * 1024 * 1024;

    private long _looked;

    /// <summary>The last end that was looked for, and from where: for all places between them it is the same.</summary>
    private (long From, long End) _lastEnd = (0, -1);

    /// <param name="offset">Right behind the word <c>obj</c>.</param>
    /// <param name="lengthOf">How long a stream is whose dictionary names another object for it; null when that is not known yet.</param>
    /// <returns>The value, and where it ends; null when there is none.</returns>
    /// <exception cref="ContentRefusedException">It is too long for one: what a reader may find in it could not be judged.</exception>
    public (PdfValue Value, long End)? ReadAt(long offset, Func<PdfValue, long?>? lengthOf = null)
    {
        foreach (var size in Pieces)
        {
            var piece = source.Piece(offset, size);
            var lexer = new PdfLexer(piece);
            var value = lexer.Next();
            var afterValue = lexer.Position;
            var next = lexer.Next();
            if (lexer.Position < piece.Length || offset + piece.Length >= source.Length)
            {
                Spend(lexer.Position);
                return value is null ? null : With(value, next, offset, afterValue, lexer.Position, lengthOf);
            }

            Spend(size);
        }

        throw new ContentRefusedException(MinutesRefusals.Unpacks);
    }

    /// <summary>Counts what was looked at to read an object.</summary>
    /// <exception cref="ContentRefusedException">It is far more than the file holds.</exception>
    public void Spend(int bytes)
    {
        _looked += bytes;
        if (_looked > FreeBytes + (MaxTimes * source.Length))
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }
    }

    private (PdfValue Value, long End) With(
        PdfValue value, PdfValue? next, long offset, int afterValue, int afterNext, Func<PdfValue, long?>? lengthOf)
    {
        if (value is not PdfValue.Dictionary of || next is not PdfValue.Word { Value: "stream" })
        {
            return (value, offset + afterValue);
        }

        var start = DataStart(offset + afterNext);
        var end = DataEnd(of, start, lengthOf);
        return (new PdfValue.Stream(of, start, end), end);
    }

    /// <summary>One line end behind the word belongs to it.</summary>
    private long DataStart(long afterWord)
    {
        var next = source.Piece(afterWord, 2);
        return afterWord + (next.StartsWith("\r\n"u8) ? 2 : next.Length > 0 && next[0] is (byte)'\r' or (byte)'\n' ? 1 : 0);
    }

    /// <summary>The length that the dictionary gives counts when the end stands there; otherwise the next end does.</summary>
    private long DataEnd(PdfValue.Dictionary of, long start, Func<PdfValue, long?>? lengthOf)
    {
        var length = of["Length"] is PdfValue.Number number ? number.Int : lengthOf?.Invoke(of["Length"]);
        if (length is >= 0 && start + length < source.Length && EndsAt(start + length.Value))
        {
            return start + length.Value;
        }

        if (start < _lastEnd.From || start > _lastEnd.End)
        {
            var end = source.Find("endstream"u8, start, source.Length);
            _lastEnd = (start, end < 0 ? source.Length : end);
        }

        return _lastEnd.End;
    }

    private bool EndsAt(long offset)
    {
        var after = source.Piece(offset, 16);
        return after.TrimStart(" \t\r\n"u8).StartsWith("endstream"u8);
    }
}
