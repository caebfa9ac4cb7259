using ServerlessParty.Access;
using ServerlessParty.Mail;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting;

/// <summary>Says on the board how many letters wait for a person, to those who may settle them.</summary>
internal sealed partial class UnsettledBanner(
    UnsettledCount count, UnitPowers powers, ILogger<UnsettledBanner> logger) : IBanner
{
    public async ValueTask<BannerContent?> GetAsync(HttpContext context)
    {
        if (context.Request.Path != "/" || context.Caller() is not { Role: Role.Operator or Role.Commission } caller)
        {
            return null;
        }

        return await ReadAsync(caller, context.RequestAborted) is { } unsettled && unsettled != UnsettledLetters.None
            ? new(
                HostingTexts.Format("LettersUnsettled", unsettled.Uncertain, unsettled.Failed),
                Link: unsettled.Uncertain > 0 ? "/letters?state=Uncertain" : "/letters?state=Failed",
                LinkText: HostingTexts.Get("LettersUnsettledLink"))
            : null;
    }

    private async Task<UnsettledLetters?> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            var unsettled = await count.GetAsync(cancellationToken);
            // Whose power ends at a branch cannot open the outbox of the store.
            return unsettled == UnsettledLetters.None || await powers.HasOverStoreAsync(caller, Power.Write, cancellationToken)
                ? unsettled : null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The page itself says what it could not read.
            LogUnread(failure);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "How many letters wait for a person could not be read")]
    private partial void LogUnread(Exception failure);
}
