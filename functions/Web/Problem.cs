using Microsoft.AspNetCore.Http.HttpResults;

namespace ServerlessParty.Web;

/// <summary>Refusals as RFC 9457 problem details: a stable <c>code</c> for programs, a sentence in the caller's language for people.</summary>
public static class Problem
{
    public static ProblemHttpResult Of(
        int status, string code, string detail, IReadOnlyDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?>(more ?? new Dictionary<string, object?>()) { ["code"] = code };
        return TypedResults.Problem(detail, statusCode: status, title: code, extensions: extensions);
    }
}
