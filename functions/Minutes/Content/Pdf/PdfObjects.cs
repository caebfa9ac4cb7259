namespace ServerlessParty.Minutes.Content.Pdf;

/// <summary>The objects of a PDF by their numbers, read again each time they are asked for.</summary>
internal sealed class PdfObjects
{
    /// <summary>References to references; real ones go once.</summary>
    private const int MaxSteps = 8;

    /// <summary>The most bytes of a stream that holds objects, unpacked.</summary>
    private const int MaxContainer = 16 * 1024 * 1024;

    /// <summary>The most bytes of such streams that are kept unpacked.</summary>
    private const long MaxKept = 16 * 1024 * 1024;

    /// <summary>To read an object its container is read, and to unpack that, its parameters; what goes on from there goes in circles.</summary>
    private const int MaxDepth = 4;

    private readonly PdfObjectReader _reader;
    private readonly Dictionary<int, Place> _places = [];
    private readonly Dictionary<long, PdfContainer> _containers = [];
    private long _kept;
    private int _depth;

    public PdfObjects(PdfSource source, PdfObjectReader reader)
    {
        _reader = reader;
        Bytes = new(source, Resolve);
    }

    public PdfBytes Bytes { get; }

    /// <summary>The file was met up to here; of two objects of a number the later one counts.</summary>
    public void Add(int number, long place) => _places[number] = new(place, null);

    /// <summary>Adds the objects that a stream holds, and returns them.</summary>
    /// <exception cref="ContentRefusedException">The stream unpacks to nonsense.</exception>
    public IEnumerable<PdfValue> AddContainer(long place, PdfValue.Stream stream)
    {
        if (Open(place, stream) is not { } container)
        {
            yield break;
        }

        foreach (var (number, index) in container.Numbers())
        {
            _places[number] = new(place, index);
            yield return container.At(index);
        }
    }

    /// <summary>The value itself, or what the reference stands for; null of a PDF for one that stands for nothing.</summary>
    public PdfValue Resolve(PdfValue value)
    {
        for (var step = 0; value is PdfValue.Reference reference; step++)
        {
            if (step == MaxSteps || Read(reference.ObjectNumber) is not { } found)
            {
                return PdfValue.Null.Value;
            }

            value = found;
        }

        return value;
    }

    public PdfValue.Dictionary? DictionaryAt(PdfValue.Dictionary of, string key) => Resolve(of[key]) as PdfValue.Dictionary;

    private PdfValue? Read(int number)
    {
        if (_depth >= MaxDepth || !_places.TryGetValue(number, out var place))
        {
            return null;
        }

        _depth++;
        var read = _reader.ReadAt(place.Offset, LengthOf)?.Value;
        var found = place.Index is not { } index ? read
            : read is PdfValue.Stream stream && Open(place.Offset, stream) is { } container ? container.At(index) : null;
        _depth--;
        return found;
    }

    private long? LengthOf(PdfValue length) =>
        length is PdfValue.Reference reference && _places.TryGetValue(reference.ObjectNumber, out var place) && place.Index is null
            && _reader.ReadAt(place.Offset)?.Value is PdfValue.Number number ? number.Int : null;

    /// <summary>They are kept, since objects are asked for again and again; all are let go when they become too much.</summary>
    private PdfContainer? Open(long place, PdfValue.Stream stream)
    {
        if (_containers.TryGetValue(place, out var known))
        {
            return known;
        }

        if (Bytes.Unpack(stream, MaxContainer) is not { } bytes)
        {
            return null;
        }

        if ((_kept += bytes.Length) > MaxKept)
        {
            _containers.Clear();
            _kept = bytes.Length;
        }

        return _containers[place] = new(bytes, stream.Of, _reader.Spend);
    }

    private readonly record struct Place(long Offset, int? Index);
}
