namespace ServerlessParty.Tests.Storage.Tables;

/// <summary>
/// Holds our client's public members against <c>OfficialSignatures.txt</c>, the signatures of the same members in the real
/// package, so that what compiles here compiles there.
/// </summary>
public sealed class OfficialSignaturesTests
{
    private static readonly string[] Official = Lines();

    private static readonly string[] Ours =
        [.. typeof(TableClient).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(TableClient).Namespace && type.IsVisible)
            .SelectMany(SignatureText.MembersOf)
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_public_member_of_ours_is_one_of_the_real_package() => Assert.Empty(Ours.Except(Official));

    [Fact]
    public void Every_listed_member_of_the_real_package_is_there() => Assert.Empty(Official.Except(Ours));

    [Theory]
    [InlineData("TableClient: Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) where T : ITableEntity")]
    [InlineData("TableTransactionActionType: UpsertReplace = 5")]
    public void The_list_has_what_it_should(string signature) => Assert.Contains(signature, Official);

    private static string[] Lines()
    {
        using var stream = typeof(OfficialSignaturesTests).Assembly.GetManifestResourceStream("OfficialSignatures.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))];
    }
}
