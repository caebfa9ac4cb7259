using Microsoft.AspNetCore.Http.HttpResults;
using ServerlessParty.Access;

namespace ServerlessParty.Hosting.Operations;

/// <summary>The operator's page: how the timers run.</summary>
internal static class OperationsEndpoints
{
    public const string Path = "/operations";

    public static void MapOperations(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, ShowAsync).NeedsStore(Power.Operate);

    private static async Task<IResult> ShowAsync(OperationsReading reading, CancellationToken cancellationToken) =>
        new RazorComponentResult<OperationsPage>(new { View = await reading.RunAsync(cancellationToken) });
}
