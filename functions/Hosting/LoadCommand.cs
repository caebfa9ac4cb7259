using ServerlessParty.Audit;
using ServerlessParty.Organizations;

namespace ServerlessParty.Hosting;

/// <summary><c>load seeds/hue-2013</c>: takes in the units of a folder by the same import that people use.</summary>
internal sealed class LoadCommand(ImportOrganizations import) : ICommand
{
    private const string FileName = "organizations.csv";

    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetFullPath(words[0]), FileName);
        if (!File.Exists(path))
        {
            throw new StartRefusedException($"load: there is no file {path}.");
        }

        await using var file = File.OpenRead(path);
        return await import.RunAsync(file, dryRun: false, AuditNote.System, cancellationToken) switch
        {
            ImportOutcome.Taken taken => Tell(taken.Report),
            ImportOutcome.Refused refused => throw new StartRefusedException($"load: {refused.Refusal.Message}"),
            var other => throw new InvalidOperationException($"No words for {other}."),
        };
    }

    private static int Tell(ImportReport report)
    {
        foreach (var line in report.Rejected)
        {
            Console.WriteLine($"line {line.Line}, {line.Column}: {line.Message}");
        }

        Console.WriteLine(
            $"created {report.Created}, updated {report.Updated}, unchanged {report.Unchanged}, rejected {report.RejectedLines}");
        return report.RejectedLines == 0 ? 0 : 1;
    }
}
