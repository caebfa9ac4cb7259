using ServerlessParty.Obligations;
using ServerlessParty.Organizations;
using ServerlessParty.Reminders;

namespace ServerlessParty.Tests.Reminders;

public sealed class ListCallsTests
{
    private readonly ReminderScene _scene = new();

    [Fact]
    public async Task A_unit_without_mail_is_listed_with_a_message_to_copy()
    {
        _scene.Owe("a", email: null);
        _scene.Owe("b");
        await _scene.PlanAsync();
        await _scene.SendAsync();

        var call = Assert.Single((await CallsAsync()).Items);

        Assert.Equal(("Chi bộ a", "0912 345 678"), (call.Name, call.Phone));
        Assert.Contains("https://party.example/u/a-0-20261130", call.Message, StringComparison.Ordinal);
        Assert.Equal(7, Assert.Single(call.Owed).Paper.DaysLeft);
    }

    [Fact]
    public async Task Who_handed_in_is_no_longer_listed()
    {
        var a = _scene.Owe("a", email: null);
        await _scene.PlanAsync();
        _scene.Owed[a] = _scene.Owed[a] with { State = ObligationState.Submitted };

        Assert.Empty((await CallsAsync()).Items);
    }

    [Fact]
    public async Task A_unit_whose_step_has_not_come_is_not_listed()
    {
        _scene.Owe("a", dueOn: ReminderScene.Monday.AddDays(5), email: null);
        await _scene.PlanAsync();

        Assert.Empty((await CallsAsync()).Items);
    }

    [Fact]
    public async Task The_list_of_a_branch_holds_its_own_units()
    {
        _scene.AddUnit("other", parent: null);
        _scene.Owe("a", email: null);
        await _scene.PlanAsync();

        Assert.Empty((await CallsAsync("other")).Items);
        Assert.Single((await CallsAsync("top")).Items);
    }

    [Fact]
    public async Task Pages_join_into_the_whole()
    {
        foreach (var id in "abc")
        {
            _scene.Owe(id.ToString(), email: null);
        }

        await _scene.PlanAsync();
        var first = await CallsAsync(take: 2);
        var second = await CallsAsync(after: first.Next, take: 2);

        Assert.Equal(["a", "b"], first.Items.Select(i => i.Organization.Value));
        Assert.Equal(["c"], second.Items.Select(i => i.Organization.Value));
        Assert.Null(second.Next);
    }

    private Task<CallPage> CallsAsync(string? under = null, string? after = null, int take = 100) => new ListCalls(
        _scene.Rules, _scene.Owed, _scene.Ledger, _scene.Units, _scene)
        .RunAsync(_scene.Calendar, under is null ? null : OrganizationId.Parse(under), after, take, default);
}
