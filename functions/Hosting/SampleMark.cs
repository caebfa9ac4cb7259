namespace ServerlessParty.Hosting;

/// <summary>What a local store holds of the sample data.</summary>
internal enum SampleState
{
    /// <summary>Nothing: never loaded.</summary>
    None,

    /// <summary>Some of it: the load is under way, or broke off.</summary>
    Loading,

    /// <summary>All of it.</summary>
    Loaded,

    /// <summary>Nothing any more: a person emptied the store, and it stays so.</summary>
    Emptied,
}

/// <summary>Remembers, in a small file beside the emulator's data, whether they are sample data.</summary>
internal sealed class SampleMark
{
    private readonly string _path;

    public SampleMark(string dataPath)
    {
        _path = Path.Combine(dataPath, "sample");
        State = File.Exists(_path) && Enum.TryParse<SampleState>(File.ReadAllText(_path), out var state)
            ? state
            : SampleState.None;
    }

    public SampleState State { get; private set; }

    public async Task SetAsync(SampleState state, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(_path, state.ToString(), cancellationToken);
        State = state;
    }
}
