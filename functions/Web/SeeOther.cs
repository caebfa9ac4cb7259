namespace ServerlessParty.Web;

/// <summary>Sends a browser that posted a form on to a page (303, RFC 9110: every browser asks for it with GET).</summary>
/// <param name="path">A path on this site.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = LocalPath.OrHome(path);
        return Task.CompletedTask;
    }
}
