using ServerlessParty.Access;
using ServerlessParty.Hosting.Operations;
using ServerlessParty.Web;

namespace ServerlessParty.Hosting.Watch;

/// <summary>Says on the board that timers do not run, to those who can do something about it.</summary>
internal sealed partial class TimersBanner(TimerWatch timers, ILogger<TimersBanner> logger) : IBanner
{
    public async ValueTask<BannerContent?> GetAsync(HttpContext context)
    {
        if (context.Request.Path != "/" || context.Caller() is not { Role: Role.Operator })
        {
            return null;
        }

        try
        {
            var late = (await timers.GetAsync(context.RequestAborted)).Where(t => t.IsLate).ToList();
            return late.Count == 0 ? null : new(
                OperationsTexts.Format("TimersLate", string.Join(", ", late.Select(t => OperationsTexts.Function(t.Function)))),
                Link: OperationsEndpoints.Path,
                LinkText: OperationsTexts.Get("TimersLateLink"));
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The page itself says what it could not read.
            LogUnread(failure);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "When timers last ran could not be read")]
    private partial void LogUnread(Exception failure);
}
