using System.Text.Json.Serialization;
using ServerlessParty.Mail;
using ServerlessParty.Organizations;

namespace ServerlessParty.Reminders;

/// <summary>What a sending did, in letters.</summary>
public sealed record LettersSent(int HandedOver, int Failed, int Uncertain, int Cancelled)
{
    public static LettersSent Nothing { get; } = new(0, 0, 0, 0);

    /// <summary>Why the carrier took no more, as <c>{setting}: {reason}</c> where a setting is wrong; null when it did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stopped { get; init; }

    public static LettersSent operator +(LettersSent one, LettersSent other) => new(
        one.HandedOver + other.HandedOver, one.Failed + other.Failed,
        one.Uncertain + other.Uncertain, one.Cancelled + other.Cancelled)
    {
        Stopped = one.Stopped ?? other.Stopped,
    };
}

/// <summary>
/// Hands over the letters of the day. Two runs at once share them, since a letter belongs to the run that claimed it;
/// run again it sends what waits and settles what a crash left between claim and answer.
/// </summary>
public sealed class SendLetters(
    IReminderSettings settings, ReminderOptions options, LetterSettling settling, LetterBatches batches,
    ILetters letters, IMailer mailer, IOrganizations organizations)
{
    public async Task<LettersSent> RunAsync(PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var standing = await settings.ReadAsync(cancellationToken);
        var settled = await settling.RunAsync(standing, calendar, cancellationToken);
        var isArmed = ReminderWindow.Of(standing, options.ArmedByDefault, calendar.Today) is not null;
        return isArmed && calendar.IsSendingTime
            ? settled + await SendAsync(calendar, cancellationToken)
            : settled;
    }

    private async Task<LettersSent> SendAsync(PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var (ready, taken) = await ReadAsync(calendar, cancellationToken);
        if (ready.Count == 0)
        {
            return LettersSent.Nothing;
        }

        var addressees = await Addressees.ReadAsync(
            ready.SelectMany(l => l.Keys())
                .Select(k => (k.Obligation.Organization, k.Step.Role == ReminderRole.Superior)),
            organizations, cancellationToken);
        var sending = new Sending(calendar, addressees, taken);
        var buckets = ready.GroupBy(l => l.Letter.Id.Bucket).ToList();
        var sent = await Task.WhenAll(buckets.Select(b => SendBucketAsync([.. b], sending, cancellationToken)));
        await batches.ReplanAsync(sending, cancellationToken);
        return sent.Aggregate((one, other) => one + other) with { Stopped = sending.Stopped };
    }

    /// <summary>The letters to send now, at most the cap, and what other letters of the day already carry.</summary>
    private async Task<(List<LetterWithItems> Ready, LineFates Taken)> ReadAsync(
        PartyCalendar calendar, CancellationToken cancellationToken)
    {
        List<LetterWithItems> ready = [];
        var taken = new LineFates();
        await foreach (var letter in letters.RemindersOfDayAsync(calendar.Today, cancellationToken))
        {
            if (letter.Letter.State != LetterState.Planned)
            {
                taken.Add(letter);
            }
            else if (ready.Count < options.RunCap && IsReady(letter, calendar.Now))
            {
                ready.Add(letter);
            }
        }

        return (ready, taken);
    }

    /// <summary>A letter whose items are not all there yet is left to the planner, which completes it.</summary>
    private static bool IsReady(LetterWithItems letter, DateTimeOffset now) =>
        letter.Items.Count == letter.Letter.Count && (letter.Letter.NotBefore is not { } wait || wait <= now);

    /// <summary>One batch after the other: a transaction holds letters of one bucket only.</summary>
    private async Task<LettersSent> SendBucketAsync(
        IReadOnlyList<LetterWithItems> waiting, Sending sending, CancellationToken cancellationToken)
    {
        var sent = LettersSent.Nothing;
        foreach (var batch in waiting.Chunk(Math.Min(mailer.MaxLettersPerCall, LetterBatches.MaxLetters)))
        {
            if (cancellationToken.IsCancellationRequested || !sending.MayGoOn)
            {
                break;
            }

            sent += await batches.SendAsync(batch, sending, cancellationToken);
        }

        return sent;
    }
}
