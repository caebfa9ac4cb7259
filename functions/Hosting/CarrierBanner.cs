using ServerlessParty.Access;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

/// <summary>Says on every page of the commission that letters do not leave, and whether somebody must do something about it.</summary>
internal sealed partial class CarrierBanner(
    IReminderSettings settings, TimeProvider time, ILogger<CarrierBanner> logger) : IBanner
{
    /// <summary>Several pages at once need not ask each.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private (CarrierTrouble Trouble, DateTimeOffset ReadAt)? _known;

    public async ValueTask<BannerContent?> GetAsync(HttpContext context)
    {
        if (context.Caller() is not { Role: Role.Operator or Role.Commission })
        {
            return null;
        }

        return await ReadAsync(context.RequestAborted) switch
        {
            { Reason: { } reason } => Content("SendingStopped", reason),
            { PausedUntil: { } until } => Content("SendingPaused", Format.Moment(until, PartyCalendar.Zone)),
            _ => null,
        };
    }

    private static BannerContent Content(string text, string value) =>
        new(HostingTexts.Format(text, value));

    private async Task<CarrierTrouble> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known is { } known && now - known.ReadAt < Freshness && now >= known.ReadAt)
        {
            return known.Trouble;
        }

        try
        {
            var trouble = (await settings.ReadAsync(cancellationToken)).Trouble;
            _known = (trouble, now);
            return trouble;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The page itself says what it could not read.
            LogUnread(failure);
            return CarrierTrouble.None;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Whether letters leave could not be read")]
    private partial void LogUnread(Exception failure);
}
