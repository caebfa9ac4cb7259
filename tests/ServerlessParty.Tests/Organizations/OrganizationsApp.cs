using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServerlessParty.Access;
using ServerlessParty.Hosting;
using ServerlessParty.Organizations;
using ServerlessParty.Tests.Support;

namespace ServerlessParty.Tests.Organizations;

/// <summary>This capability over HTTP on an in-memory store, asked by one caller.</summary>
internal sealed class OrganizationsApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OrganizationsApp(WebApplication app, InMemoryOrganizations store)
    {
        _app = app;
        Store = store;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public InMemoryOrganizations Store { get; }

    public HttpClient Client { get; }

    public static Task<OrganizationsApp> StartAsync(params Organization[] units) =>
        StartAsync(new Caller(Role.Operator, "operator", null), units);

    public static async Task<OrganizationsApp> StartAsync(Caller caller, params Organization[] units)
    {
        var store = new InMemoryOrganizations(units);
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddOrganizations(builder.Configuration).AddSingleton<IOrganizations>(store)
            .AddSingleton<IContactWatch, WatchedContacts>();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var app = builder.Build();
        app.UseRequestLocalization("vi");
        app.Use((context, next) =>
        {
            context.SetCaller(caller);
            context.SetBranch(OrganizationId.TryParse(context.Request.Query["under"], out var under) ? under : caller.Scope);
            return next(context);
        });
        app.UseAntiforgery();
        app.MapOrganizations();
        await app.StartAsync();
        return new(app, store);
    }

    public async Task<IDocument> PageAsync(string path) => Parse(await Client.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Sends the first form of a page that posts, as a browser would, with a file or changed fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(
        IDocument page, byte[]? file = null, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector("main form[method=post]")!;
        using var content = new MultipartFormDataContent();
        foreach (var input in form.QuerySelectorAll("input[name]").Where(i => i.GetAttribute("type") != "file"))
        {
            var name = input.GetAttribute("name")!;
            var typed = fields.FirstOrDefault(f => f.Name == name).Value;
            content.Add(new StringContent(typed ?? input.GetAttribute("value") ?? ""), name);
        }

        if (file is not null)
        {
            content.Add(new ByteArrayContent(file), "file", "đơn vị.csv");
        }

        return await Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> PostCsvAsync(string path, string text) =>
        Client.PostAsync(new Uri(path, UriKind.Relative), Body(text, "text/csv"));

    public Task<HttpResponseMessage> PutJsonAsync(string path, string json) =>
        Client.PutAsync(new Uri(path, UriKind.Relative), Body(json, "application/json"));

    public static async Task<IDocument> ReadAsync(HttpResponseMessage response) =>
        Parse(await response.Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static ByteArrayContent Body(string text, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }
}
