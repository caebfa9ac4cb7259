using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessParty.Storage.Tables;

/// <summary>The table service of one storage account. Thread-safe; keep one for the life of the process.</summary>
/// <remarks>Names, signatures and behavior are those of the same type in Azure.Data.Tables, of which this is a subset.</remarks>
public sealed class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TableChannel _channel;

    /// <exception cref="FormatException">The text is no connection string for tables.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(ConnectionSettings.Parse(connectionString), options ?? new TableClientOptions())
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, new TableClientOptions())
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(endpoint, options, new SharedKeyLitePolicy(credential))
    {
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
        : this(endpoint, options ?? new TableClientOptions(), new SharedAccessPolicy(credential))
    {
    }

    /// <exception cref="ArgumentException">The endpoint is not https: a token must not travel in the clear.</exception>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(
            endpoint.Scheme == Uri.UriSchemeHttps ? endpoint : throw new ArgumentException("Tokens need https.", nameof(endpoint)),
            options ?? new TableClientOptions(),
            new BearerTokenAuthenticationPolicy(tokenCredential, Scope))
    {
    }

    private TableServiceClient(ConnectionSettings settings, TableClientOptions options)
        : this(
            settings.Endpoint,
            options,
            settings.Key is { } key ? new SharedKeyLitePolicy(key) : new SharedAccessPolicy(settings.Signature!))
    {
    }

    private TableServiceClient(Uri endpoint, TableClientOptions options, HttpPipelinePolicy authorization)
    {
        Uri = endpoint;
        _channel = new TableChannel(endpoint, options, authorization);
    }

    public Uri Uri { get; }

    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    /// <exception cref="ArgumentException">The name is not one a table can have.</exception>
    public TableClient GetTableClient(string tableName) => new(_channel, TableNames.Checked(tableName));

    public Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    public Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    /// <summary>Answers 404 without throwing when there is no such table.</summary>
    public Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    /// <summary>The account's tables, by name.</summary>
    public AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new QueryPages<TableItem>(_channel, new QueryShape("Tables", filter, maxPerPage, null), ReadNames, cancellationToken);

    private static List<TableItem> ReadNames(Response response)
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var rows = document.RootElement.GetProperty("value").EnumerateArray();
        return [.. rows.Select(row => new TableItem(row.GetProperty("TableName").GetString()!))];
    }
}
