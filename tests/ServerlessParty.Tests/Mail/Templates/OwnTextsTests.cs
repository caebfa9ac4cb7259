using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ServerlessParty.Access;
using ServerlessParty.Audit;
using ServerlessParty.Mail.Templates;
using ServerlessParty.Tests.Reminders;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Mail.Templates;

/// <summary>Own texts from their saving to the letter.</summary>
public sealed class OwnTextsTests
{
    [Fact]
    public async Task A_reminder_leaves_in_the_stores_own_words_escaped_in_its_HTML()
    {
        var own = new OwnTemplates();
        own.Set(ServerlessParty.Reminders.ReminderKinds.Reminder, "vi", "Việc của đơn vị: {counts}", "Chào {unit} <b>!\n\n{papers}\n\nHết.");
        var scene = new ReminderScene { Templates = own };
        scene.Owe("a");
        await scene.PlanAsync();
        await scene.SendAsync();

        var mail = Assert.Single(scene.Mailer.Taken);
        Assert.Equal("Việc của đơn vị: 1 việc cần nộp", mail.Subject);
        Assert.StartsWith("Chào Chi bộ a <b>!\n\nChi bộ a\n", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nHết.\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Chào Chi bộ a &lt;b&gt;!", mail.Html, StringComparison.Ordinal);
        Assert.Contains("https://party.example/u/a-", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_of_an_event_leaves_in_the_stores_own_words()
    {
        var post = new EventPost();
        post.Templates.Set(AccessKinds.SignIn, "en", "Welcome", "Come in:\n\n{link}\n\nBye.");
        var mail = SignInLetter.Write("a@example.org", "1", new("https://party.example.org/x"), System.Globalization.CultureInfo.GetCultureInfo("en"));

        await post.Send.RunAsync(mail, Given.Day("2026-11-24"), default);

        Assert.Equal("Welcome", post.Sent.Subject);
        Assert.StartsWith("Come in:\n\n", post.Sent.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nBye.\n", post.Sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_are_kept_audited_and_put_back_and_of_two_editors_the_second_is_told()
    {
        await using var product = await WholeProduct.StartAsync();
        using var client = product.Operator();
        var own = new { subject = "Liên kết", body = "Mở:\n\n{link}", version = "" };

        var first = await client.PutAsJsonAsync("/api/templates/signin/vi", own);
        var second = await client.PutAsJsonAsync("/api/templates/signin/vi", own);
        var version = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetString();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.NotNull(await product.Get<ILetterTemplates>().OwnAsync(AccessKinds.SignIn, "vi", default));
        var reset = await client.PutAsJsonAsync("/api/templates/signin/vi", new { version });
        Assert.True((await reset.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("shipped").GetBoolean());
        Assert.Null(await product.Get<ILetterTemplates>().OwnAsync(AccessKinds.SignIn, "vi", default));
        var trail = await product.Get<IAuditTrail>().ReadAsync(IStoreTrail.NameOf(ChangeTemplate.Chain), 0, 10, default);
        Assert.Equal(["template.changed", "template.reset"], trail.Select(e => e.Action));
        Assert.All(trail, e => Assert.Equal(("operator", "signin.vi"), (e.Actor, e.Subject)));
    }

    [Fact]
    public async Task Every_letter_that_leaves_can_be_reworded_and_is_shown_before()
    {
        await using var product = await WholeProduct.StartAsync();
        var find = product.Get<FindTemplates>();

        var all = await find.AllAsync(default);

        Assert.Equal(
            ["correction", "digest", "freshlink", "mailrefused", "mailsecret", "mailtriaged", "receipt", "reminder", "return", "signin"],
            all.Select(w => w.Kind.Id).Distinct().Order());
        foreach (var wording in all)
        {
            var shown = (await find.PreviewAsync(wording, wording.Template, default))!;
            Assert.NotEmpty(shown.Subject);
            Assert.DoesNotContain('{', shown.Subject + shown.Text);
            Assert.Contains($"lang=\"{wording.Language}\"", shown.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_broken_text_is_refused_when_it_is_saved()
    {
        await using var product = await WholeProduct.StartAsync();
        using var client = product.Operator();

        var answer = await client.PutAsJsonAsync(
            "/api/templates/signin/vi", new { subject = "Liên kết", body = "Mở {lnk}\n\n{link}", version = "" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("lnk", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PutAsJsonAsync("/api/templates/none/vi", new { version = "" })).StatusCode);
    }

    [Fact]
    public async Task A_stored_text_that_cannot_be_used_gives_way_to_the_shipped_one_and_is_logged()
    {
        using var store = await TestStore.CreateAsync();
        var log = new LogLines<LetterTemplates>();
        await store.Get<ITemplateStore>().PutAsync("signin", "vi", new("Thư", "{gone}"), "", new("operator", "test"), default);

        var own = await new LetterTemplates(store.Get<ITemplateStore>(), TimeProvider.System, log)
            .OwnAsync(AccessKinds.SignIn, "vi", default);

        Assert.Null(own);
        Assert.Contains("signin", Assert.Single(log.All), StringComparison.Ordinal);
    }
}
