namespace ServerlessParty.Minutes.Content.Packages;

/// <summary>
/// Stands between a part and its XML reader, which holds a whole tag in memory whatever its length: between two <c>&lt;</c>
/// there may be only so much. Document types are refused before the reader sees them, with a code of their own.
/// </summary>
internal sealed class XmlGuard(Stream part, ReadingBudget budget, bool mayNameType) : Stream
{
    /// <summary>The longest tag with the text behind it; the drawings that Word writes into a tag are shorter.</summary>
    private const int MaxTag = 1024 * 1024;

    private static readonly byte[] DocumentType = "<!DOCTYPE"u8.ToArray();

    private long _read;
    private int _sinceTag;
    private int _matched;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        budget.Check();
        var read = part.Read(buffer);
        if (_read == 0 && read > 1)
        {
            RefuseWideLetters(buffer);
        }

        _read += read;
        Look(buffer[..read]);
        return _read <= XmlParts.MaxBytes ? read : throw new ContentRefusedException(MinutesRefusals.Unpacks);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>UTF-16 may hold the byte of a <c>&lt;</c> in any letter. No word processor writes it.</summary>
    private static void RefuseWideLetters(ReadOnlySpan<byte> first)
    {
        if (first[0] is 0xFE or 0xFF or 0 || first[1] == 0)
        {
            throw new ContentRefusedException(MinutesRefusals.Broken);
        }
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_matched == 0)
            {
                var tag = bytes.IndexOf((byte)'<');
                Count(tag < 0 ? bytes.Length : tag);
                bytes = tag < 0 ? [] : bytes[tag..];
            }

            bytes = Match(bytes);
        }
    }

    private void Count(int bytes)
    {
        _sinceTag += bytes;
        if (_sinceTag > MaxTag)
        {
            throw new ContentRefusedException(MinutesRefusals.Unpacks);
        }
    }

    /// <summary>Goes on with the word that may name a document type; returns what follows it or the first byte that is not of it.</summary>
    private ReadOnlySpan<byte> Match(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0 && bytes[0] == DocumentType[_matched])
        {
            bytes = bytes[1..];
            _sinceTag = 0;
            if (++_matched == DocumentType.Length)
            {
                _matched = 0;
                return mayNameType ? bytes : throw new ContentRefusedException(MinutesRefusals.Unpacks);
            }
        }

        _matched = bytes.Length > 0 ? 0 : _matched;
        return bytes;
    }
}
