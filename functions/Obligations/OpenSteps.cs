using ServerlessParty.Organizations;

namespace ServerlessParty.Obligations;

/// <summary>Lays the obligations of steps on all units they are for, in one pass over the units; again adds nothing.</summary>
public sealed class OpenSteps(IOrganizations organizations, IObligations obligations)
{
    /// <summary>How many obligations are written at a time; a cancelled run stops between such chunks.</summary>
    public const int ChunkSize = 500;

    public async Task<StepsOpened> RunAsync(
        IReadOnlyCollection<OpeningStep> steps, DateOnly today, string actor, CancellationToken cancellationToken)
    {
        var opened = StepsOpened.None;
        var chunk = new List<Obligation>();
        await foreach (var unit in organizations.SubtreeAsync(null, cancellationToken))
        {
            opened = opened.SeeBirth(unit, today);
            chunk.AddRange(steps.Where(s => s.TakesIn(unit, today)).Select(s => Wanted(s, unit, today)));
            if (chunk.Count >= ChunkSize)
            {
                opened = await FlushAsync(opened, chunk, actor, cancellationToken);
            }
        }

        return await FlushAsync(opened, chunk, actor, cancellationToken);
    }

    private static Obligation Wanted(OpeningStep step, Organization unit, DateOnly today) =>
        new(new(unit.Id, step.Kind, step.Period), step.DueOn, ArmedOn: today);

    private async Task<StepsOpened> FlushAsync(
        StepsOpened opened, List<Obligation> chunk, string actor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (chunk.Count == 0)
        {
            return opened;
        }

        var created = await obligations.OpenAsync(chunk, actor, cancellationToken);
        var after = opened with
        {
            Created = opened.Created + created,
            Existing = opened.Existing + chunk.Count - created,
        };
        chunk.Clear();
        return after;
    }
}

/// <summary>What an opening did.</summary>
/// <param name="Created">Obligations that were new.</param>
/// <param name="Existing">Obligations that were there already.</param>
/// <param name="NextBirth">The first day after today on which a known unit begins to exist; null for none.</param>
public sealed record StepsOpened(int Created, int Existing, DateOnly? NextBirth)
{
    public static StepsOpened None { get; } = new(0, 0, null);

    internal StepsOpened SeeBirth(Organization unit, DateOnly today) =>
        unit.ValidFrom > today && !unit.IsClosed && !(NextBirth <= unit.ValidFrom)
            ? this with { NextBirth = unit.ValidFrom }
            : this;
}
