using ServerlessParty.Obligations;
using ServerlessParty.Tests.Support;
using static ServerlessParty.Tests.Support.OwedPapers;

namespace ServerlessParty.Tests.Obligations;

public sealed class ProgressTests
{
    private readonly OwedPapers _papers = new("2026-12-10");

    public ProgressTests()
    {
        _papers.Units.Put(
            Unit("tinh", Committee),
            Unit("xa-a", Committee, "tinh"),
            Unit("xa-b", Committee, "tinh"),
            Unit("a-1", parent: "xa-a"),
            Unit("a-2", parent: "xa-a"),
            Unit("b-1", parent: "xa-b"));
        _papers.Obligations.Put(
            Owed("tinh", "2026-12-31"),
            Owed("xa-a", "2026-12-10", ObligationState.Submitted),
            Owed("a-1", "2026-12-09"), // late since yesterday
            Owed("a-2", "2026-12-10", ObligationState.Returned), // today is still on time
            Owed("b-1", "2026-12-01", ObligationState.Withdrawn),
            Owed("xa-b", "2026-12-01", ObligationState.Waived));
    }

    [Fact]
    public async Task The_province_sees_itself_and_its_branches()
    {
        var report = await RunAsync(null);

        Assert.Equal(
            "tinh 1/0/0/1, xa-a 3/1/1/2, xa-b 1/1/0/0",
            string.Join(", ", report.Rows.Select(r => $"{r.Unit.Id} {Text(r.Total)}")));
        Assert.Equal(("tinh", "5/2/1/3"), (report.Top!.Id.Value, Text(report.Total)));
    }

    [Fact]
    public async Task A_branch_sees_its_own_children()
    {
        var report = await RunAsync("xa-a");

        Assert.Equal("xa-a,a-1,a-2", string.Join(',', report.Rows.Select(r => r.Unit.Id)));
        Assert.Equal("3/1/1/2", Text(report.Total));
    }

    [Fact]
    public async Task Several_roots_are_a_row_each_with_all_below_them()
    {
        _papers.Units.Put(Unit("khac", Committee), Unit("khac-1", parent: "khac"));
        _papers.Obligations.Put(Owed("khac-1"));

        var report = await RunAsync(null);

        Assert.Equal("tinh 5,khac 1", string.Join(',', report.Rows.Select(r => $"{r.Unit.Id} {r.Total.Owed}")));
        Assert.Null(report.Top);
    }

    [Fact]
    public async Task Kinds_are_counted_apart_and_what_does_not_count_is_left_out()
    {
        _papers.Obligations.Put(
            new Obligation(new(Id("a-1"), ObligationKind.RegularMinutes, Period.Month(2026, 11)), On("2026-12-05"), On("2026-11-01")),
            new Obligation(new(Id("a-1"), ObligationKind.RegularMinutes, Period.Month(2026, 12)), On("2027-01-05"), On("2026-12-01")));

        var report = await RunAsync("xa-a", item => item.Key.Period != Period.Month(2026, 12));

        var row = Assert.Single(report.Rows, r => r.Unit.Id == Id("a-1"));
        Assert.Equal(
            "minutes.regular 1/0/1/1, rating.organization 1/0/1/1",
            string.Join(", ", row.Kinds.Select(k => $"{k.Kind} {Text(k.Count)}")));
    }

    [Fact]
    public async Task Units_and_due_days_are_each_read_once()
    {
        await RunAsync(null);

        Assert.Equal(1, _papers.Units.SubtreeReads);
    }

    private Task<ProgressReport> RunAsync(string? under, Func<DueItem, bool>? counts = null) =>
        new Progress(_papers.Obligations, _papers.Units).RunAsync(
            new(under is null ? null : Id(under), On("2026-11-01"), On("2027-01-31"), counts ?? (_ => true)),
            _papers.Clock.Today,
            CancellationToken.None);

    private static string Text(ProgressCount count) => $"{count.Owed}/{count.Done}/{count.Late}/{count.Open}";
}
