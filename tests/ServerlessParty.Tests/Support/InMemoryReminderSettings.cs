using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Support;

/// <summary>The settings of reminding in memory.</summary>
internal sealed class InMemoryReminderSettings(Interruptions interruptions) : IReminderSettings
{
    public ReminderStanding Standing { get; set; } = new();

    public async Task<ReminderStanding> ReadAsync(CancellationToken cancellationToken)
    {
        await interruptions.ReadAsync();
        return Standing;
    }

    public Task ArmAsync(DateOnly? from, CancellationToken cancellationToken) =>
        WriteAsync(s => s with { ArmingDecided = true, ArmedFrom = from });

    public Task SettleStepsAsync(DateOnly through, CancellationToken cancellationToken) =>
        WriteAsync(s => s with { StepsSettledThrough = through });

    public Task SettleLettersAsync(DateOnly through, CancellationToken cancellationToken) =>
        WriteAsync(s => s with { LettersSettledThrough = through });

    public Task NoteTroubleAsync(CarrierTrouble trouble, CancellationToken cancellationToken) =>
        WriteAsync(s => s with { Trouble = trouble });

    public Task NoteReaddressedAsync(OrganizationId unit, DateTimeOffset now, CancellationToken cancellationToken) =>
        WriteAsync(s => s with
        {
            Readdressed = [.. s.Readdressed.Where(n => n.Unit != unit), new(unit, now, now.ToString("O"))],
        });

    public Task ForgetReaddressedAsync(ReaddressedUnit note, CancellationToken cancellationToken) =>
        WriteAsync(s => s with { Readdressed = [.. s.Readdressed.Where(n => n != note)] });

    private Task WriteAsync(Func<ReminderStanding, ReminderStanding> change) =>
        interruptions.WriteAsync([change], apply => Standing = apply(Standing));
}
