using System.Globalization;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServerlessParty.Minutes.Forms;

namespace ServerlessParty.Tests.Minutes.Forms;

public sealed class MinutesFormFieldsTests
{
    [Theory]
    [InlineData("vi", "Giờ bắt đầu")]
    [InlineData("en", "Begins at")]
    public async Task Every_field_has_an_input_and_a_label(string language, string label)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var page = await RenderAsync();

        var inputs = page.QuerySelectorAll("input, textarea");
        Assert.Equal(
            FormGroup.All.SelectMany(group => group.Fields).Select(input => input.Name),
            inputs.Select(input => input.GetAttribute("name")));
        Assert.All(inputs, input => Assert.NotEmpty(page.QuerySelector($"label[for={input.Id}]")!.TextContent.Trim()));
        Assert.Equal(inputs.Length, page.QuerySelectorAll("fieldset label").Length);
        Assert.StartsWith(label, page.QuerySelector("label")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(FormGroup.All.Count, page.QuerySelectorAll("fieldset > legend").Length);
    }

    [Fact]
    public async Task What_a_browser_would_post_reads_back_as_the_form()
    {
        var form = SampleForm.Read();
        var page = await RenderAsync(MinutesFormValues.Of(form));

        var posted = page.QuerySelectorAll("input, textarea").ToDictionary(
            input => input.GetAttribute("name")!,
            input => input is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)input).Value);

        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(form), System.Text.Json.JsonSerializer.Serialize(SampleForm.Read(posted!)));
    }

    [Fact]
    public async Task Phones_show_the_keys_a_field_needs()
    {
        var page = await RenderAsync();

        Assert.Equal("numeric", page.QuerySelector("[name=presentCount]")!.GetAttribute("inputmode"));
        Assert.Equal("time", page.QuerySelector("[name=startedAt]")!.GetAttribute("type"));
        Assert.Equal("words", page.QuerySelector("[name=chair]")!.GetAttribute("autocapitalize"));
        Assert.All(page.QuerySelectorAll("input, textarea"), input => Assert.Equal("off", input.GetAttribute("autocomplete")));
    }

    [Fact]
    public async Task A_fault_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var posted = SampleForm.Posted(("presentCount", "mười"), ("votes", "<b>\nkhông"));
        var page = await RenderAsync(posted, SampleForm.Faults(("presentCount", "mười"), ("votes", "<b>\nkhông")));

        var count = page.QuerySelector("[name=presentCount]")!;
        Assert.Equal(("mười", "true"), (count.GetAttribute("value"), count.GetAttribute("aria-invalid")));
        Assert.NotEmpty(page.GetElementById(count.GetAttribute("aria-describedby")!)!.TextContent.Trim());
        Assert.Equal("<b>\nkhông", page.QuerySelector("[name=votes]")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("#form-votes-fault p").Length);
        Assert.Equal(2, page.QuerySelectorAll("[aria-invalid]").Length);
    }

    [Theory]
    [InlineData("presentCount", false)]
    [InlineData("officialCount", true)]
    public async Task What_is_seldom_needed_is_folded_away_unless_something_in_it_is_wrong(string field, bool isOpen)
    {
        var page = await RenderAsync(faults: [new(field, "form.number", "Sai.")]);

        Assert.Equal(isOpen, page.QuerySelector("details")!.HasAttribute("open"));
        Assert.NotNull(page.QuerySelector("details > summary"));
    }

    [Fact]
    public async Task A_fault_of_the_whole_form_stands_before_it()
    {
        var page = await RenderAsync(faults: [new("", "form.tooMuch", "Dài quá.")]);

        Assert.Equal("Dài quá.", page.QuerySelector("[data-draft] > [role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_script_can_tell_the_draft_of_each_paper()
    {
        var page = await RenderAsync();

        Assert.Equal("u1_minutes.regular_2026-11", page.QuerySelector("[data-draft]")!.GetAttribute("data-draft"));
        Assert.Empty(page.QuerySelectorAll("script, [style]"));
    }

    private static async Task<IDocument> RenderAsync(
        IReadOnlyDictionary<string, string?>? values = null, IReadOnlyList<FormFault>? faults = null)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MinutesFormFields>(
            ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(MinutesFormFields.Draft)] = "u1_minutes.regular_2026-11",
                [nameof(MinutesFormFields.Values)] = values ?? new Dictionary<string, string?>(),
                [nameof(MinutesFormFields.Faults)] = faults ?? [],
            }))).ToHtmlString());
        return await BrowsingContext.New().OpenAsync(response => response.Content($"<form>{html}</form>"));
    }
}
