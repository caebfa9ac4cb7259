using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;

namespace ServerlessParty.Obligations;

internal static class BoardEndpoints
{
    public static void MapBoard(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", ShowAsync).NeedsBranch(Power.Read);

    private static async Task<IResult> ShowAsync(
        HttpContext context, int? from, BoardReading board, BoardPath path, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        if (caller is { Role: Role.Secretary })
        {
            return TypedResults.Redirect("/u");
        }

        var branch = context.Branch();
        var read = await board.RunAsync(branch, cancellationToken);
        return branch is not null && read.HasNoUnits
            ? TypedResults.NotFound()
            : new RazorComponentResult<BoardPage>(new
            {
                Board = read,
                Path = await path.RunAsync(branch, caller?.Scope, cancellationToken),
                From = Math.Max(0, from ?? 0),
            });
    }
}
