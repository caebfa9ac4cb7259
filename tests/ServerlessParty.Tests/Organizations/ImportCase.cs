using System.Globalization;
using System.Text;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

/// <summary>One store and the files sent to it.</summary>
internal sealed class ImportCase(params Organization[] stored)
{
    public const string Header =
        "id,code,name,kind,parentId,secretaryName,secretaryEmail,secretaryPhone,officialMembers,probationaryMembers,exemptMembers";

    public InMemoryOrganizations Store { get; } = new(stored);

    public WatchedContacts Watched { get; } = new();

    public Task<ImportReport> TakeAsync(params string[] lines) => TakeTextAsync(string.Join('\n', lines));

    public Task<ImportReport> TakeTextAsync(string text) => TakeBytesAsync(Encoding.UTF8.GetBytes(text));

    public async Task<ImportReport> TakeBytesAsync(byte[] file, bool dryRun = false) =>
        Assert.IsType<ImportOutcome.Taken>(await RunAsync(file, dryRun)).Report;

    public async Task<ImportReport> PreviewAsync(params string[] lines) =>
        await TakeBytesAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)), dryRun: true);

    public async Task<ImportRefusal> RefusedAsync(byte[] file) =>
        Assert.IsType<ImportOutcome.Refused>(await RunAsync(file, dryRun: false)).Refusal;

    public Task<ImportRefusal> RefusedAsync(string text) => RefusedAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>What one line under the full header is refused for.</summary>
    public async Task<RejectedLine> RejectedAsync(string line) => Assert.Single((await TakeAsync(Header, line)).Rejected);

    private Task<ImportOutcome> RunAsync(byte[] file, bool dryRun)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        return new ImportOrganizations(Store, Units.Kinds(), Watched)
            .RunAsync(new MemoryStream(file), dryRun, "operator", CancellationToken.None);
    }
}
