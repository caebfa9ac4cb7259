using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;

namespace ServerlessParty.Storage.Tables;

/// <summary>What a query asks: repeated with every page.</summary>
/// <param name="MaxPerPage">1 to 1,000; null leaves it to the service.</param>
/// <param name="Select">The properties to return; null or none for all.</param>
internal sealed record QueryShape(string Path, string? Filter, int? MaxPerPage, IEnumerable<string>? Select)
{
    public const int MostPerPage = 1000;
}

/// <summary>The pages of a query. A page may be empty and still be followed by others: only a missing token is the end.</summary>
internal sealed class QueryPages<T>(
    TableChannel channel, QueryShape shape, Func<Response, IReadOnlyList<T>> read, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var size = pageSizeHint ?? shape.MaxPerPage;
        return size is < 1 or > QueryShape.MostPerPage
            ? throw new ArgumentOutOfRangeException(nameof(pageSizeHint), size, $"A page has 1 to {QueryShape.MostPerPage} rows.")
            : PagesAsync(ContinuationToken.Parse(continuationToken), size, CancellationToken);
    }

    private async IAsyncEnumerable<Page<T>> PagesAsync(
        ContinuationToken? from, int? size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        do
        {
            using var message = CreateMessage(from, size);
            var response = await channel.SendAsync(message, cancellation);
            from = ContinuationToken.Of(response);
            yield return Page<T>.FromValues(read(response), from?.ToString(), response);
        }
        while (from is not null);
    }

    private HttpMessage CreateMessage(ContinuationToken? from, int? size)
    {
        var message = channel.CreateMessage(RequestMethod.Get, shape.Path);
        var uri = message.Request.Uri;
        if (shape.Filter is { Length: > 0 } filter)
        {
            uri.AppendQuery("$filter", filter, escapeValue: true);
        }

        SelectedProperties.AppendTo(uri, shape.Select);
        if (size is { } top)
        {
            uri.AppendQuery("$top", top.ToString(CultureInfo.InvariantCulture), escapeValue: true);
        }

        from?.AppendTo(uri);
        return message;
    }
}

/// <summary>The part of a request that names the properties to return.</summary>
internal static class SelectedProperties
{
    public static void AppendTo(RequestUriBuilder uri, IEnumerable<string>? select)
    {
        var names = string.Join(',', select ?? []);
        if (names.Length > 0)
        {
            uri.AppendQuery("$select", names, escapeValue: true);
        }
    }
}
