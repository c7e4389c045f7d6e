using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Settings;
using Pannier.Core.Text;

namespace Pannier.Core.Views;

/// <summary>Renders views: whole with the shell around them, or alone for a swap.</summary>
internal sealed class PageWriter(
    IServiceProvider services,
    ILoggerFactory loggers,
    IOptions<SiteOptions> site,
    Assets assets,
    Visit visit,
    MySettings settings,
    WordsOfVisit words,
    Slots slots,
    CsrfTokens csrf,
    Notices notices)
{
    public async Task FragmentAsync<TView, TModel>(TModel model, HttpContext http)
        where TView : View<TModel>
    {
        await settings.LoadAsync(http.RequestAborted);
        await WriteAsync(Show<TView, TModel>(model), http);
    }

    public async Task PageAsync<TView, TModel>(TModel model, HttpContext http)
        where TView : View<TModel>
    {
        await settings.LoadAsync(http.RequestAborted);
        var path = http.Request.Path.Value ?? "/";
        var signedIn = visit.Level >= Sessions.SignInLevel.Full;
        IReadOnlyList<RenderFragment> sidebar = signedIn ? await slots.FillAsync(new SidebarSlot(path), http.RequestAborted) : [];
        IReadOnlyList<RenderFragment> toolbar = signedIn ? await slots.FillAsync(new ToolbarSlot(path), http.RequestAborted) : [];
        var said = words.Get();
        var document = new Document(
            site.Value.Name,
            model is ITitled { Title: var title } ? said.Say(title) : null,
            assets,
            settings.Get(Appearance.Theme),
            settings.Get(Appearance.Density),
            settings.Get(Appearance.Keys),
            csrf.Issue(http).Value,
            notices.Take(http),
            signedIn ? visit.Name : null,
            toolbar,
            sidebar,
            Show<TView, TModel>(model));
        await WriteAsync(Show<DocumentView, Document>(document), http);
    }

    public async Task ProblemAsync(Refusal refusal, HttpContext http)
    {
        await settings.LoadAsync(http.RequestAborted);
        http.Response.ContentType = "application/problem+json";
        var problem = new { status = refusal.Status, title = words.Get().Say(refusal.Said), field = refusal.Field };
        await JsonSerializer.SerializeAsync(http.Response.Body, problem, cancellationToken: http.RequestAborted);
    }

    private static RenderFragment Show<TView, TModel>(TModel model)
        where TView : View<TModel> =>
        builder =>
        {
            builder.OpenComponent<TView>(0);
            builder.AddComponentParameter(1, nameof(View<>.Model), model);
            builder.CloseComponent();
        };

    private async Task WriteAsync(RenderFragment body, HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<PageRoot>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(PageRoot.Words)] = words.Get(),
                [nameof(PageRoot.Csrf)] = csrf.Issue(http),
                [nameof(PageRoot.Body)] = body,
            }));
            return root.ToHtmlString();
        });
        await http.Response.WriteAsync(html, http.RequestAborted);
    }
}
