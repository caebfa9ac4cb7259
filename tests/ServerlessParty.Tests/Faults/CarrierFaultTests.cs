using ServerlessParty.Mail;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Faults;

/// <summary>A day on which the carrier fails at one of its calls, in each of the ways it has; the process lives.</summary>
public sealed class CarrierFaultTests
{
    public static TheoryData<string, int> Faults => new()
    {
        { "drops the connection, letters taken", 1 },
        { "drops the connection, letters not taken", 1 },
        { "drops the connection, letters taken", 3 },
        { "fails", 1 },
        { "fails always for a while", 1 },
        { "asks to wait", 2 },
        { "refuses half of the readers", 1 },
        { "refuses the key", 2 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_step_is_taken_once_at_most_and_nothing_is_missing_from_the_sum(string fault, int call)
    {
        await using var carrier = await SendGridStub.StartAsync();
        using var store = await FaultStore.CreateAsync(FaultDay.Units, FaultDay.Steps);
        using var process = store.Start(carrier: carrier);
        var until = store.Clock.GetUtcNow().AddMinutes(3);
        carrier.FaultOf = number => FaultOf(fault, number - call, until);

        await FaultDay.RunAsync(process);
        await FaultDay.FinishAsync(process, store.Clock);

        var outcome = await CarrierOutcome.ReadAsync(store, process, carrier);
        outcome.AssertOfOnePiece(LetterState.Failed);
        var isLost = fault.StartsWith("drops", StringComparison.Ordinal);
        Assert.Equal(isLost, outcome.Count(LetterState.Uncertain) > 0);
        Assert.Equal(fault.StartsWith("refuses half", StringComparison.Ordinal), outcome.Count(LetterState.Failed) > 0);
        var unsaid = outcome.Count(LetterState.Failed) > 0 || fault.EndsWith("not taken", StringComparison.Ordinal);
        Assert.Equal(unsaid, outcome.Accepted.Count < FaultDay.MailLines.Count);
    }

    /// <param name="since">Calls since the one that meets the fault first.</param>
    private static StubFault? FaultOf(string fault, int since, DateTimeOffset until) => (fault, since) switch
    {
        ("fails always for a while", >= 0 and < 4) => new StubFault.Answer(503),
        (_, not 0) => null,
        ("drops the connection, letters taken", _) => new StubFault.Drop(Accepts: true),
        ("drops the connection, letters not taken", _) => new StubFault.Drop(Accepts: false),
        ("fails", _) => new StubFault.Answer(500),
        ("asks to wait", _) => new StubFault.Wait(until),
        ("refuses half of the readers", _) => new StubFault.RefuseHalf(),
        ("refuses the key", _) => new StubFault.Answer(401),
        _ => null,
    };
}
