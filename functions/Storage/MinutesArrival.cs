using ServerlessParty.Audit;
using ServerlessParty.Minutes;
using ServerlessParty.Obligations;
using ServerlessParty.Storage.Rows;

namespace ServerlessParty.Storage;

/// <summary>One attempt to write minutes into their dossier: what was read, and what came of it.</summary>
internal sealed class MinutesArrival(NewMinutes minutes, Func<Obligation?, ObligationOutcome> decide, string actor)
{
    private readonly ObligationKey _key = minutes.Stored.Id.Key;
    private List<TableEntity> _versions = [];
    private DossierRows? _ahead;

    public StoredMinutes Outcome { get; private set; } = new StoredMinutes.Refused(new ObligationOutcome.NotFound());

    /// <summary>The sequence of the entry that what was read follows.</summary>
    public int Known { get; private set; }

    private string Obligation => Keys.Obligation(_key.Kind, _key.Period);

    private string Marker => Keys.Bytes(minutes.Stored.Sha256);

    /// <summary>Reads what the first attempt will be decided on while the bytes are still to be kept; the head tells whether it still holds.</summary>
    public async Task ReadAheadAsync(DossierTable dossiers, CancellationToken cancellationToken) =>
        _ahead = await ReadAsync(dossiers, cancellationToken);

    public async Task<DossierRows> ReadAsync(DossierTable dossiers, CancellationToken cancellationToken)
    {
        if (_ahead is { } ahead)
        {
            _ahead = null;
            return ahead;
        }

        var versions = dossiers.RangeAsync(_key.Organization.Key, Keys.MinutesOf(_key.Kind, _key.Period), cancellationToken);
        var rows = await dossiers.ReadAsync(_key.Organization.Key, [Obligation, Marker], cancellationToken);
        _versions = await versions;
        Known = rows.NextSequence - 1;
        return rows;
    }

    public DossierWrite? Decide(DossierRows rows)
    {
        if (rows[Marker] is { } marker)
        {
            Outcome = new StoredMinutes.Duplicate(MinutesRow.Original(marker));
            return null;
        }

        var before = rows[Obligation] is { } row ? ObligationRow.Obligation(row) : null;
        return decide(before) switch
        {
            ObligationOutcome.Changed changed => Write(changed.After, [ObligationRow.Of(changed.After)]),
            ObligationOutcome.Unchanged same => Write(same.Current, []),
            var refused => Refuse(refused),
        };
    }

    private DossierWrite? Refuse(ObligationOutcome outcome)
    {
        Outcome = new StoredMinutes.Refused(outcome);
        return null;
    }

    private DossierWrite Write(Obligation obligation, IReadOnlyList<TableEntity> more)
    {
        var last = _versions.Count == 0 ? 0 : MinutesRow.Id(_versions[^1]).Version;
        var stored = minutes.Stored with { Id = new(_key, last + 1) };
        Outcome = new StoredMinutes.Done(stored, obligation);
        return new(
            [
                MinutesRow.Of(stored),
                MinutesRow.Words(stored.Id, minutes.Words),
                MinutesRow.Bytes(stored.Id, stored.Sha256),
                .. more,
            ],
            new AuditNote(actor, "minutes.received", $"{_key.Kind}|{_key.Period}"));
    }
}
