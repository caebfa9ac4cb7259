using System.Buffers;

namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>The bytes of a PDF, looked at through one window; the file is never in memory as a whole.</summary>
internal sealed class PdfSource(Stream file, ReadingBudget budget) : IDisposable
{
    /// <summary>The most that may be looked at in one piece.</summary>
    public const int MaxPiece = 2 * 1024 * 1024;

    private const int Window = 128 * 1024;

    private byte[] _window = ArrayPool<byte>.Shared.Rent(Window);
    private long _start;
    private int _length;

    public long Length { get; } = file.Length;

    /// <summary>Up to so many bytes from there on, fewer at the end; valid until the next call.</summary>
    /// <param name="length">At most <see cref="MaxPiece"/>.</param>
    public ReadOnlySpan<byte> Piece(long offset, int length)
    {
        var wanted = (int)Math.Clamp(Length - offset, 0, length);
        if (wanted > 0 && (offset < _start || offset + wanted > _start + _length))
        {
            Load(offset, wanted);
        }

        return wanted == 0 ? [] : _window.AsSpan((int)(offset - _start), wanted);
    }

    /// <summary>Where these bytes next begin, from <paramref name="from"/> on and wholly before <paramref name="until"/>; -1: nowhere.</summary>
    public long Find(ReadOnlySpan<byte> what, long from, long until)
    {
        for (var at = from; at + what.Length <= until;)
        {
            var piece = Rest(at, until);
            var found = piece.IndexOf(what);
            if (found >= 0)
            {
                return at + found;
            }

            at += Math.Max(1, piece.Length - what.Length + 1);
        }

        return -1;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_window);
        _window = [];
    }

    /// <summary>What the window already holds from there on, or a new window full.</summary>
    private ReadOnlySpan<byte> Rest(long offset, long until)
    {
        var atHand = _start + _length - offset;
        var held = offset >= _start && atHand >= 64 ? (int)atHand : Window;
        return Piece(offset, (int)Math.Min(held, until - offset));
    }

    private void Load(long offset, int wanted)
    {
        budget.Check();
        if (wanted > _window.Length)
        {
            ArrayPool<byte>.Shared.Return(_window);
            _window = ArrayPool<byte>.Shared.Rent(wanted);
        }

        // A little before it too: whoever finds a word looks at what stands before it.
        _start = Math.Max(0, offset - Math.Min(64, _window.Length - wanted));
        file.Position = _start;
        _length = file.ReadAtLeast(_window, _window.Length, throwOnEndOfStream: false);
    }
}
