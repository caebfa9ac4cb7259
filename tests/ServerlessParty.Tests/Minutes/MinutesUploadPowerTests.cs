using System.Net;
using ServerlessParty.Access;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Minutes;

/// <summary>I10 where the unit stands in the body, so that no route can ask for it.</summary>
public sealed class MinutesUploadPowerTests
{
    [Theory]
    [InlineData(Role.Secretary, "cell-1")]
    [InlineData(Role.Supervisor, "north")]
    [InlineData(Role.Commission, "north")]
    public async Task Nobody_hands_in_for_a_unit_outside_their_branch(Role role, string unit)
    {
        await using var office = await RunningBackOffice.StartAsync();
        using var browser = await office.AsAsync(role, unit);

        using var answer = await browser.PostAsync("/api/minutes", new MultipartFormDataContent
        {
            { new StringContent("cell-9"), "organizationId" },
            { new StringContent("minutes.regular"), "kind" },
            { new StringContent("2026-11"), "period" },
            { new ByteArrayContent(Papers.Pdf("x")), "file", "a.pdf" },
        });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
