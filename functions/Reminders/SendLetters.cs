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
        if (!isArmed || !calendar.IsSendingTime)
        {
            return settled;
        }

        return standing.Trouble.IsPausedAt(calendar.Now)
            ? settled with { Stopped = Sending.PauseOf(standing.Trouble) }
            : settled + await SendAsync(standing.Trouble, calendar, cancellationToken);
    }

    private async Task<LettersSent> SendAsync(
        CarrierTrouble trouble, PartyCalendar calendar, CancellationToken cancellationToken)
    {
        var (ready, taken) = await ReadAsync(calendar, cancellationToken);
        if (ready.Count == 0)
        {
            return LettersSent.Nothing;
        }

        var addressees = await Addressees.ReadAsync(
            ready.SelectMany(l => l.Keys())
                .Select(k => (k.Obligation.Organization, k.Step.Role.IsAbove)),
            organizations, cancellationToken);
        var sending = new Sending(calendar, addressees, taken, trouble);
        var sent = await SendAsync(ready, sending, cancellationToken);
        await batches.ReplanAsync(sending, cancellationToken);
        return sent with { Stopped = sending.Stopped };
    }

    /// <summary>What was learnt of the carrier is kept also when the run itself fails, and before its deadline ends it.</summary>
    private async Task NoteAsync(Sending sending)
    {
        if (sending.Trouble != sending.Before)
        {
            await settings.NoteTroubleAsync(sending.Trouble, CancellationToken.None);
        }
    }

    /// <summary>After a pause a single letter goes first; one that the check takes out was no answer of the carrier's.</summary>
    private async Task<LettersSent> SendAsync(
        List<LetterWithItems> ready, Sending sending, CancellationToken cancellationToken)
    {
        var sent = LettersSent.Nothing;
        var probes = 0;
        try
        {
            while (sending.Trouble.PausedUntil is not null && sending.MayGoOn && probes < ready.Count)
            {
                sent += await SendBucketAsync([ready[probes++]], sending, cancellationToken);
            }

            var buckets = ready.Skip(probes).GroupBy(l => l.Letter.Id.Bucket).ToList();
            var rest = await Task.WhenAll(buckets.Select(b => SendBucketAsync([.. b], sending, cancellationToken)));
            return rest.Aggregate(sent, (one, other) => one + other);
        }
        finally
        {
            await NoteAsync(sending);
        }
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
