using Azure.Core.Pipeline;

namespace ServerlessParty.Tests.Storage.Tables;

/// <summary>A network that delivers the first write and loses its answer; reads and all that follows pass.</summary>
internal sealed class LostAnswers() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Func<Task> _meanwhile = () => Task.CompletedTask;
    private int _armed;
    private int _writes;

    /// <param name="meanwhile">What happens between the lost answer and the retry.</param>
    public LostAnswers(Func<Task> meanwhile) : this() => _meanwhile = meanwhile;

    public int Writes => _writes;

    /// <summary>From now on the next write loses its answer.</summary>
    public void Arm() => _armed = 1;

    public TableClientOptions Options()
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(this)) };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Get)
        {
            return response;
        }

        Interlocked.Increment(ref _writes);
        if (Interlocked.Exchange(ref _armed, 0) == 0)
        {
            return response;
        }

        response.Dispose();
        await _meanwhile();
        throw new HttpRequestException("The answer was lost.");
    }
}
