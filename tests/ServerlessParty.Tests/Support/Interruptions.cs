namespace ServerlessParty.Tests.Support;

/// <summary>When a cut-off call breaks: before its effect, in the middle of it, or after it, before anybody learns of it.</summary>
internal enum Moment
{
    Before,
    Half,
    After,
}

/// <summary>The process died here.</summary>
internal sealed class CutOffException : Exception;

/// <summary>Counts the calls that ports in memory get; cuts the n-th write off, or lets something else happen before the n-th call.</summary>
internal sealed class Interruptions
{
    private int _cutAt;
    private Moment _moment;
    private int _meddleAt;
    private Func<Task>? _meddle;

    public int Calls { get; private set; }

    public int Writes { get; private set; }

    public void CutWrite(int number, Moment moment) => (_cutAt, _moment) = (Writes + number, moment);

    public void BeforeCall(int number, Func<Task> meddle) => (_meddleAt, _meddle) = (Calls + number, meddle);

    public async Task ReadAsync()
    {
        Calls++;
        if (Calls == _meddleAt && _meddle is { } meddle)
        {
            _meddle = null;
            await meddle();
        }
    }

    /// <summary>Applies a write to its items one by one, as far as it gets.</summary>
    public async Task WriteAsync<T>(IReadOnlyCollection<T> items, Action<T> apply)
    {
        await ReadAsync();
        Writes++;
        var reach = Writes != _cutAt ? items.Count
            : _moment switch { Moment.Before => 0, Moment.Half => items.Count / 2, _ => items.Count };
        foreach (var item in items.Take(reach).ToList())
        {
            apply(item);
        }

        if (Writes == _cutAt)
        {
            throw new CutOffException();
        }
    }
}
