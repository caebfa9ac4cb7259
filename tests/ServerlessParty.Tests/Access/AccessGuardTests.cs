using System.Net;
using Microsoft.AspNetCore.Builder;
using ServerlessParty.Access;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Access;

public sealed class AccessGuardTests
{
    [Theory]
    [InlineData("cell-1_minutes.regular_2026-10_1", HttpStatusCode.OK)]
    [InlineData("CELL-1_", HttpStatusCode.OK)]
    [InlineData("cell-9_minutes.regular_2026-10_1", HttpStatusCode.Forbidden)]
    [InlineData("_cell-1", HttpStatusCode.Forbidden)]
    [InlineData("cell-9_cell-1", HttpStatusCode.Forbidden)]
    public async Task What_belongs_to_a_unit_is_open_to_those_to_whom_the_unit_is(string id, HttpStatusCode status)
    {
        await using var office = await RunningBackOffice.StartAsync(
            app => app.MapGet("/things/{id}", (string id) => id).NeedsUnit(Power.Read));
        using var browser = await office.AsAsync(Role.Supervisor, "north");

        Assert.Equal(status, (await browser.GetAsync($"/things/{id}")).StatusCode);
    }
}
