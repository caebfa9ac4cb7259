using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ServerlessParty.Audit;

namespace ServerlessParty.Benchmarks;

/// <summary>Linking one entry of the trail, against the bare hash of the same text.</summary>
public class ChainBenchmark
{
    private static readonly DateTimeOffset At = new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero);
    private static readonly AuditNote Note = new("operator", "obligation.extended", "rating.organization|2026", "Bão số 9, đường ngập");
    private static readonly string Digests = $"obligation|rating.organization|2026={new string('a', 64)}";

    private byte[] _text = [];

    [GlobalSetup]
    public void Write()
    {
        var e = Entry();
        _text = Encoding.UTF8.GetBytes(
            $"{e.Dossier}{e.Sequence}{e.At.UtcTicks}{e.Actor}{e.Action}{e.Subject}{e.Comment}{e.Before}{e.After}{e.Previous}");
    }

    [Benchmark(Baseline = true)]
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(_text));

    [Benchmark]
    public AuditEntry Entry() => AuditChain.Next(AuditHead.Empty, "hue-0004", At, Note, Digests, Digests);

    internal static IReadOnlyList<Figure> Run()
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "serverlessparty-benchmarks"));
        var reports = BenchmarkRunner.Run<ChainBenchmark>(config).Reports
            .ToDictionary(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name, r => r.ResultStatistics!.Median);
        return [Figure.Of("Linking an audit entry, against the bare hash of its text", reports[nameof(Entry)], reports[nameof(Hash)], "ns", null)];
    }
}
