using ServerlessParty.Audit;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>One attempt to change one obligation: what was read, what was decided, what the projection was told ahead.</summary>
internal sealed class ObligationChange(ObligationKey key, Func<Obligation, ObligationOutcome> decide, string actor)
{
    private readonly List<DueItem> _announced = [];

    public ObligationKey Key => key;

    public string Row => Keys.Obligation(key.Kind, key.Period);

    public ObligationOutcome Outcome { get; private set; } = new ObligationOutcome.NotFound();

    public Obligation? Before { get; private set; }

    /// <summary>The sequence of the entry that what was read follows.</summary>
    public int Known { get; private set; }

    public Obligation? After => (Outcome as ObligationOutcome.Changed)?.After;

    public DueItem? Announced => _announced.LastOrDefault();

    public IReadOnlyList<DueItem> AllAnnounced => _announced;

    /// <summary>Whether the obligation is one for minutes, whose newest version follows a verdict.</summary>
    public bool IsForMinutes => key.Kind.Family == ObligationKind.RegularMinutes.Family;

    /// <summary>The versions of its minutes as they were read, the newest last.</summary>
    public IReadOnlyList<TableEntity> Versions { get; set; } = [];

    /// <summary>The newest version as the verdict leaves it; null when none awaits one.</summary>
    public MeetingMinutes? Judged => Versions.Count > 0
        && MinutesRow.Minutes(Versions[^1]) is { State: MinutesState.Received } newest
        && Verdict is { } verdict ? newest with { State = verdict } : null;

    /// <summary>All versions as the verdict leaves them.</summary>
    public IEnumerable<MeetingMinutes> AllJudged(MeetingMinutes judged) =>
        Versions.SkipLast(1).Select(MinutesRow.Minutes).Append(judged);

    /// <summary>What the projection of minutes owes since the verdict was foreseen.</summary>
    public MinutesDebt? Debt { get; set; }

    private MinutesState? Verdict => After?.State switch
    {
        ObligationState.Accepted => MinutesState.Accepted,
        ObligationState.Returned => MinutesState.Returned,
        _ => null,
    };

    /// <summary>The line to write before the dossier: one that will be reminded on another day, or again.</summary>
    public DueItem? Foresee(DossierRows rows)
    {
        Before = rows[Row] is { } row ? ObligationRow.Obligation(row) : null;
        Known = rows.NextSequence - 1;
        Outcome = Before is { } before ? decide(before) : new ObligationOutcome.NotFound();
        if (After is not { IsReminded: true } after || after.ToDue() == Before!.ToDue())
        {
            return null;
        }

        _announced.Add(after.ToDue());
        return after.ToDue();
    }

    public DossierWrite? Decide(DossierRows rows)
    {
        _ = rows;
        if (Outcome is not ObligationOutcome.Changed changed)
        {
            return null;
        }

        TableEntity[] minutes = Judged is { } judged ? [MinutesRow.Of(judged)] : [];
        return new(
            [ObligationRow.Of(changed.After), .. minutes],
            new AuditNote(actor, changed.Action, $"{key.Kind}|{key.Period}", changed.Said));
    }
}
