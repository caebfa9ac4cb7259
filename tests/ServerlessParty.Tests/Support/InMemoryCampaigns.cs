using ServerlessParty.Classification;

namespace ServerlessParty.Tests.Support;

internal sealed class InMemoryCampaigns : ICampaigns
{
    private readonly SortedDictionary<int, RatingCampaign> _all = [];

    public int Writes { get; private set; }

    public Task<IReadOnlyList<RatingCampaign>> AllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RatingCampaign>>([.. _all.Values]);

    public Task<RatingCampaign?> FindAsync(int year, CancellationToken cancellationToken) =>
        Task.FromResult(_all.GetValueOrDefault(year));

    public Task<RatingCampaign?> ChangeAsync(
        int year, Func<RatingCampaign?, RatingCampaign?> decide, string actor, CancellationToken cancellationToken)
    {
        var current = _all.GetValueOrDefault(year);
        if (decide(current) is { } after)
        {
            current = _all[year] = after;
            Writes++;
        }

        return Task.FromResult(current);
    }
}
