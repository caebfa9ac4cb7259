namespace ServerlessParty.Minutes.Photos;

/// <summary>The picture of a PNG as one compressed stream: the contents of its data chunks on end. From the local disk.</summary>
internal sealed class PngData : Stream
{
    private readonly PngChunks _chunks;
    private bool _isInData;

    public PngData(Stream photo)
    {
        _chunks = PngChunks.Of(photo);
        _isInData = ToNextData();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = 0;
        while (_isInData && buffer.Length > 0 && (read = _chunks.Read(buffer)) == 0)
        {
            _isInData = ToNextData();
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool ToNextData()
    {
        string? type;
        do
        {
            type = _chunks.Next();
        }
        while (type is not (null or "IDAT"));
        return type is not null;
    }
}
