namespace ServerlessParty.Reminders;

/// <summary>How reminding is set up.</summary>
/// <param name="RunCap">The most letters one run hands over, 1 to <see cref="MaxRunCap"/>; what is left goes with the next run.</param>
/// <param name="ArmedByDefault">Whether sending is on before anybody decided; only in Development.</param>
/// <param name="Sender">The committee that letters speak for; empty leaves the closing without a name.</param>
public sealed record ReminderOptions(int RunCap, bool ArmedByDefault, string Sender)
{
    public const int DefaultRunCap = 5_000;
    public const int MaxRunCap = 100_000;
}
