using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Infra;

/// <summary>One command puts the product into Azure, and again brings it up to date; there is no Azure here, so a recorder stands in.</summary>
public sealed class DeployTests : IDisposable
{
    private readonly DeployRun _run = new();

    [Fact]
    public async Task It_says_what_it_will_create_and_what_that_costs_and_then_asks()
    {
        var (code, said) = await _run.RunAsync("n\n");

        Assert.Equal(1, code);
        Assert.Contains("party-hue (southeastasia)", said, StringComparison.Ordinal);
        Assert.Contains("USD mỗi tháng / a month", said, StringComparison.Ordinal);
        Assert.Contains("Không làm gì cả. / Nothing was done.", said, StringComparison.Ordinal);
        Assert.Equal(["account show", "functionapp list-flexconsumption-runtimes"], _run.Asked.Select(Command));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("x\n")]
    public async Task Only_a_yes_is_a_yes(string input) => Assert.Equal(1, (await _run.RunAsync(input)).Code);

    [Fact]
    public async Task A_first_run_creates_publishes_and_sets_the_hooks_key()
    {
        var (code, said) = await _run.RunAsync("c\n");

        Assert.True(code == 0, said);
        Assert.Equal(
            ["account show", "functionapp list-flexconsumption-runtimes", "group create", "functionapp list", "consumption budget show",
             "ad signed-in-user show", "deployment group create", "functionapp deployment source config-zip", "functionapp function keys set"],
            _run.Asked.Select(Command));
        Assert.Matches("^[0-9a-f]{48}$", _run.Keys);
        Assert.Equal(_run.Answers["PARTY_HOOKS_CODE"], _run.Keys);
        Assert.EndsWith("https://party-hue-abc123.azurewebsites.net/healthz", Assert.Single(_run.Fetched), StringComparison.Ordinal);
        Assert.Contains("Storage__AccountName=partyhueabc", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_ones_own_need_not_be_bound_before_it_ends_well()
    {
        var (code, said) = await _run.RunAsync("", null, "--yes", "--url", "https://party.example.org");

        Assert.True(code == 0, said);
        Assert.EndsWith("https://party-hue-abc123.azurewebsites.net/healthz", Assert.Single(_run.Fetched), StringComparison.Ordinal);
        Assert.Contains("https://party.example.org is still to be bound to: https://party-hue-abc123.azurewebsites.net", said, StringComparison.Ordinal);
        Assert.Contains("Web__PublicUrl=https://party.example.org", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_functions_that_ask_for_a_key_get_one()
    {
        await _run.RunAsync("", null, "--yes");

        var set = Assert.Single(_run.Asked, asked => Command(asked) == "functionapp function keys set");
        Assert.Equal("ReceiveMail", set[Array.IndexOf(set, "--function-name") + 1]);
    }

    [Fact]
    public async Task A_second_run_keeps_the_code_of_the_hooks_and_the_month_of_the_budget()
    {
        await _run.RunAsync("", null, "--yes");
        var first = _run.Answers;

        var (code, said) = await _run.RunAsync("", null, "--yes");

        Assert.True(code == 0, said);
        Assert.Equal(first["PARTY_HOOKS_CODE"], _run.Answers["PARTY_HOOKS_CODE"]);
        Assert.Equal("2026-01-01", _run.Answers["PARTY_BUDGET_START"]);
        Assert.EndsWith("-01", first["PARTY_BUDGET_START"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task What_it_passes_on_is_what_the_template_takes(string size)
    {
        await _run.RunAsync("", null, "--yes", "--size", size, "--first-period", "2026-11", "--inbound", "in.example.org");

        Assert.Contains(_run.Asked, asked => asked.Contains($"infra/{size}.bicepparam"));
        Assert.Empty(await Bicep.ComplaintsAsync("build-params", $"{size}.bicepparam", _run.Answers));
        Assert.Subset(Deployment.Answers().Keys.ToHashSet(), _run.Answers.Keys.ToHashSet());
    }

    [Fact]
    public async Task No_secret_is_on_a_command_line_that_others_can_see()
    {
        await _run.RunAsync("", new() { ["PARTY_MAIL_SECRET"] = "SG.secret" }, "--yes", "--provider", "SendGrid");

        var lines = string.Join('\n', _run.Asked.Select(asked => string.Join(' ', asked)));
        Assert.Equal("SG.secret", _run.Answers["PARTY_MAIL_SECRET"]);
        Assert.DoesNotContain("SG.secret", lines, StringComparison.Ordinal);
        Assert.DoesNotContain(_run.Keys, lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_out_it_says_what_to_do()
    {
        var (code, said) = await _run.RunAsync("c\n", new() { ["AZ_FAIL"] = "account show" });

        Assert.Equal(1, code);
        Assert.Contains("Chưa đăng nhập Azure: chạy \"az login\"", said, StringComparison.Ordinal);
        Assert.Single(_run.Asked);
    }

    [Fact]
    public async Task A_deployment_that_Azure_refuses_ends_the_run_and_the_next_one_goes_on()
    {
        var (code, said) = await _run.RunAsync("", new() { ["AZ_FAIL"] = "deployment group create" }, "--yes");

        Assert.Equal(1, code);
        Assert.Contains("ERROR: deployment group create does not work today", said, StringComparison.Ordinal);
        Assert.Contains("run this again", said, StringComparison.Ordinal);
        Assert.Equal("deployment group create", Command(_run.Asked[^1]));
        Assert.Equal(0, (await _run.RunAsync("", null, "--yes")).Code);
    }

    [Theory]
    [InlineData("functionapp deployment source config-zip")]
    [InlineData("functionapp function keys set")]
    [InlineData("group create")]
    public async Task Whatever_fails_is_not_called_done(string command)
    {
        var (code, said) = await _run.RunAsync("", new() { ["AZ_FAIL"] = command }, "--yes");

        Assert.NotEqual(0, code);
        Assert.DoesNotContain("Xong / done", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_without_the_runtime_is_refused_before_anything_is_made()
    {
        var (code, said) = await _run.RunAsync("", new() { ["AZ_RUNTIME"] = "" }, "--yes");

        Assert.Equal(1, code);
        Assert.Contains("the region southeastasia has no Flex Consumption", said, StringComparison.Ordinal);
        Assert.DoesNotContain("group create", _run.Asked.Select(Command));
    }

    [Theory]
    [InlineData("--place", "Huế")]
    [InlineData("--alerts", "ops")]
    [InlineData("--size", "medium")]
    [InlineData("--provider", "Post")]
    [InlineData("--provider", "SendGrid")]
    [InlineData("--provider", "Smtp")]
    [InlineData("--package", "/nowhere")]
    [InlineData("--colour", "red")]
    [InlineData("--yes", "please")]
    public async Task A_wrong_option_is_refused_before_Azure_is_asked(string option, string value)
    {
        var (code, said) = await _run.RunAsync("c\n", null, option, value);

        Assert.Equal(1, code);
        Assert.NotEmpty(said);
        Assert.Empty(_run.Asked);
    }

    [Fact]
    public async Task A_folder_is_looked_for_where_the_caller_stands() =>
        Assert.Equal(0, (await _run.RunAsync("", null, "--yes", "--package", "./app")).Code);

    [Fact]
    public async Task Missing_tools_are_named()
    {
        _run.RemoveTool("az");

        Assert.Contains("`az` is not installed.", (await _run.RunAsync("n\n")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_and_flag_is_in_the_reference_of_az()
    {
        await _run.RunAsync("", null, "--yes");
        await _run.RunAsync("", null, "--yes");
        var reference = Reference();

        Assert.NotEmpty(_run.Asked);
        Assert.All(_run.Asked, asked =>
        {
            var known = reference[Command(asked)];
            var flags = asked.Where(part => part.StartsWith("--", StringComparison.Ordinal)).ToHashSet();
            Assert.Subset(known.Select(flag => flag.TrimEnd('!')).Concat(reference["*"]).ToHashSet(), flags);
            Assert.Superset(known.Where(flag => flag.EndsWith('!')).Select(flag => flag.TrimEnd('!')).ToHashSet(), flags);
        });
    }

    public void Dispose() => _run.Dispose();

    private static string Command(string[] asked) =>
        string.Join(' ', asked.TakeWhile(part => !part.StartsWith('-')));

    private static Dictionary<string, string[]> Reference() =>
        File.ReadLines(Repository.Path("tests", "ServerlessParty.Tests", "Infra", "az-reference.txt"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split(' '))
            .ToDictionary(Command, parts => parts.Where(part => part.StartsWith("--", StringComparison.Ordinal)).ToArray());
}
