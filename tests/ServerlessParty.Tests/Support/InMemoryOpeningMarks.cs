using ServerlessParty.Obligations;

namespace ServerlessParty.Tests.Support;

internal sealed class InMemoryOpeningMarks : IOpeningMarks
{
    private readonly Dictionary<OpeningStepKey, OpeningMark> _marks = [];

    public int Count => _marks.Count;

    public Task<IReadOnlyDictionary<OpeningStepKey, OpeningMark>> AllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<OpeningStepKey, OpeningMark>>(_marks);

    public Task SetAsync(OpeningStepKey step, OpeningMark mark, CancellationToken cancellationToken)
    {
        _marks[step] = mark;
        return Task.CompletedTask;
    }
}
