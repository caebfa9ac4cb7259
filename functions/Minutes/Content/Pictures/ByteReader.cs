namespace ServerlessParty.Minutes.Content.Pictures;

/// <summary>Reads a picture forward through a small buffer; its end where more must follow means that the picture is cut off.</summary>
internal sealed class ByteReader(Stream file, ReadingBudget budget)
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _at;
    private int _length;

    /// <summary>Whether nothing follows.</summary>
    public bool IsAtEnd => _at == _length && !Fill();

    /// <exception cref="EndOfStreamException">Nothing follows.</exception>
    public byte Next()
    {
        Need();
        return _buffer[_at++];
    }

    /// <exception cref="EndOfStreamException">Less follows.</exception>
    public void Read(Span<byte> into)
    {
        while (into.Length > 0)
        {
            var piece = Piece(into.Length);
            piece.CopyTo(into);
            into = into[piece.Length..];
        }
    }

    /// <exception cref="EndOfStreamException">Less follows.</exception>
    public void Skip(long count)
    {
        while (count > 0)
        {
            count -= Piece((int)Math.Min(count, int.MaxValue)).Length;
        }
    }

    /// <summary>Passes over everything up to the next such byte, and over it.</summary>
    /// <exception cref="EndOfStreamException">There is none.</exception>
    public void SkipTo(byte value)
    {
        while (true)
        {
            Need();
            var found = _buffer.AsSpan(_at, _length - _at).IndexOf(value);
            _at = found < 0 ? _length : _at + found + 1;
            if (found >= 0)
            {
                return;
            }
        }
    }

    /// <summary>What is at hand of the next bytes, at least one and at most as many as asked for.</summary>
    /// <exception cref="EndOfStreamException">Nothing follows.</exception>
    public ReadOnlySpan<byte> Piece(int most)
    {
        Need();
        var piece = _buffer.AsSpan(_at, Math.Min(most, _length - _at));
        _at += piece.Length;
        return piece;
    }

    private void Need()
    {
        if (IsAtEnd)
        {
            throw new EndOfStreamException();
        }
    }

    private bool Fill()
    {
        budget.Check();
        _at = 0;
        _length = file.Read(_buffer);
        return _length > 0;
    }
}
