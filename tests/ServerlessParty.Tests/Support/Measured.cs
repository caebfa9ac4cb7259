using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ServerlessParty.Tests.Support;

/// <summary>Listens to the product's metrics, of all tests that run at once: a test looks for tags that are its own.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _all = new();

    /// <param name="only">One meter, where a test has its own; null for all of the product.</param>
    public Measured(Meter? only = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (only is null ? instrument.Meter.Name == "ServerlessParty" : instrument.Meter == only)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <param name="tags">As <c>name=value</c>, in the order of the instrument, joined by <c>,</c>.</param>
    public double Sum(string instrument, string tags) =>
        _all.Where(m => m.Instrument == instrument && m.Tags == tags).Sum(m => m.Value);

    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _all.Enqueue((instrument.Name, value, string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));
}
