using System.Globalization;
using ServerlessParty.Mail.Inbound;

namespace ServerlessParty.Tests.Support;

/// <summary>Mail that came in, in memory: rows with versions, posts, and marks of what is unfinished.</summary>
internal sealed class InMemoryIntake(TimeProvider time) : IIntake
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IntakeId, IntakeMail> _rows = [];
    private readonly Dictionary<IntakeId, (byte[] Bytes, string ContentType)> _posts = [];
    private readonly Dictionary<IntakeId, DateTimeOffset> _marks = [];
    private int _versions;

    public IReadOnlyCollection<IntakeMail> Rows => _rows.Values;

    public IReadOnlyCollection<IntakeId> Marks => _marks.Keys;

    public IReadOnlyCollection<IntakeId> Posts => _posts.Keys;

    /// <summary>Called before anything is stored; what it throws is what the store does.</summary>
    public Action BeforeStore { get; set; } = () => { };

    public Task<IntakeMail?> FindAsync(IntakeId id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_rows.GetValueOrDefault(id));
        }
    }

    public async Task<StoredIntake> StoreAsync(IntakeMail mail, SpooledPost post, CancellationToken cancellationToken)
    {
        BeforeStore();
        var bytes = new MemoryStream();
        await post.Rewind().CopyToAsync(bytes, cancellationToken);
        lock (_lock)
        {
            _marks.TryAdd(mail.Id, time.GetUtcNow());
            _posts.TryAdd(mail.Id, (bytes.ToArray(), post.ContentType));
            var isNew = _rows.TryAdd(mail.Id, mail with { Version = Next() });
            return new(_rows[mail.Id], isNew);
        }
    }

    public async Task<SpooledPost?> OpenAsync(IntakeId id, CancellationToken cancellationToken) =>
        _posts.TryGetValue(id, out var post)
            ? await SpooledPost.CreateAsync(new MemoryStream(post.Bytes), post.ContentType, cancellationToken)
            : null;

    public async Task<IntakeMail?> AdvanceAsync(IntakeMail current, IntakeMail next, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_rows[current.Id].Version != current.Version)
            {
                return null;
            }

            next = _rows[current.Id] = next with { Version = Next() };
        }

        await CompleteAsync(next.Id, next, cancellationToken);
        return next;
    }

    public IAsyncEnumerable<UnfinishedIntake> UnfinishedAsync(CancellationToken cancellationToken) =>
        _marks.Select(m => new UnfinishedIntake(m.Key, m.Value)).ToList().ToAsyncEnumerable();

    public Task CompleteAsync(IntakeId id, IntakeMail? mail, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _ = mail is { IsKept: false } && _posts.Remove(id);
            _marks.Remove(id);
        }

        return Task.CompletedTask;
    }

    public Task<IntakePage> PageAsync(IntakeState state, string? after, int take, CancellationToken cancellationToken) =>
        Task.FromResult(new IntakePage(
            [.. _rows.Values.Where(m => m.State == state).OrderByDescending(m => m.ReceivedAt).Take(take)], null));

    /// <summary>As a crash between two writes leaves it.</summary>
    public void Lose(IntakeId id, bool row = false, bool post = false)
    {
        _ = row && _rows.Remove(id);
        _ = post && _posts.Remove(id);
        _marks.TryAdd(id, time.GetUtcNow());
    }

    /// <summary>Puts another post in place of the kept one.</summary>
    public void Replace(IntakeId id, Mail.Inbound.Posts posts) => _posts[id] = (posts.ToBytes(), posts.ContentType);

    private string Next() => (++_versions).ToString(CultureInfo.InvariantCulture);
}
