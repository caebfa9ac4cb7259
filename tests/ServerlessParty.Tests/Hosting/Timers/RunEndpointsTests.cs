using System.Net.Http.Json;
using System.Text.Json;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Hosting.Timers;

public sealed class RunEndpointsTests
{
    private const string Path = "/api/runs/SendLetters";

    [Fact]
    public async Task An_operator_runs_a_function_and_gets_its_counts()
    {
        await using var office = await TimedOffice.DevelopmentAsync((_, _) => Task.FromResult<object>(new { HandedOver = 3 }));
        using var client = office.Operator();

        using var answer = await client.PostAsync(Path, null);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("""{"handedOver":3}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task In_Development_a_run_may_see_another_day()
    {
        DateOnly? seen = null;
        await using var office = await TimedOffice.DevelopmentAsync((calendar, _) =>
        {
            seen = calendar.Today;
            return Task.FromResult<object>(new { });
        });
        using var client = office.Operator();

        using var answer = await client.PostAsJsonAsync(Path, new { asOf = "2026-11-23T18:00:00Z" });

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(new DateOnly(2026, 11, 24), seen);
        Assert.Empty(office.Leases.LastRuns);
    }

    [Theory]
    [InlineData("1999-12-31T23:59:59Z")]
    [InlineData("2100-01-01T00:00:00Z")]
    public async Task A_day_far_away_is_refused(string asOf)
    {
        await using var office = await TimedOffice.DevelopmentAsync((_, _) => throw new InvalidOperationException());
        using var client = office.Operator();

        using var answer = await client.PostAsJsonAsync(Path, new { asOf });

        Assert.Equal((400, "run.asOf"), ((int)answer.StatusCode, await CodeOfAsync(answer)));
    }

    [Fact]
    public async Task A_second_run_beside_the_first_is_refused()
    {
        await using var office = await TimedOffice.DevelopmentAsync((_, _) => throw new InvalidOperationException());
        await using var other = await office.Leases.TryTakeAsync(TimedOffice.Function, default);
        using var client = office.Operator();

        using var answer = await client.PostAsync(Path, null);

        Assert.Equal((409, "run.busy"), ((int)answer.StatusCode, await CodeOfAsync(answer)));
    }

    [Theory]
    [InlineData("/api/runs/NoSuchFunction")]
    [InlineData("/api/runs/sendletters")]
    public async Task A_function_that_does_not_exist_is_not_found(string path)
    {
        await using var office = await TimedOffice.DevelopmentAsync((_, _) => throw new InvalidOperationException());
        using var client = office.Operator();

        using var answer = await client.PostAsync(path, null);

        Assert.Equal((404, "run.unknown"), ((int)answer.StatusCode, await CodeOfAsync(answer)));
    }

    [Fact]
    public async Task A_stranger_runs_nothing()
    {
        await using var office = await TimedOffice.DevelopmentAsync((_, _) => throw new InvalidOperationException());
        using var client = new HttpClient { BaseAddress = office.Address };

        using var answer = await client.PostAsync(Path, null);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    private static async Task<string?> CodeOfAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("code").GetString();
    }
}
