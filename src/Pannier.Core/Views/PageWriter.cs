using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sealing;
using Pannier.Core.Settings;
using Pannier.Core.Text;

namespace Pannier.Core.Views;

/// <summary>Renders views: whole with the shell around them, or alone for a swap.</summary>
internal sealed class PageWriter(
    IServiceProvider services,
    ILoggerFactory loggers,
    IOptions<SiteOptions> site,
    IOptions<Sessions.SessionOptions> cookies,
    Assets assets,
    Visit visit,
    Sessions.LiveSessions sessions,
    MySettings settings,
    WordsOfVisit words,
    Slots slots,
    CsrfTokens csrf,
    Notices notices,
    AnswerSeal seal)
{
    private const string Html = "text/html; charset=utf-8";

    public async Task FragmentAsync<TView, TModel>(TModel model, HttpContext http)
        where TView : View<TModel>
    {
        await settings.LoadAsync(http.RequestAborted);
        if (Answer.IsWholePage(http.Request)) await WriteAsync(Body(await DocumentAsync(Title(model), Show<TView, TModel>(model), Search(model), http)), http);
        else await WriteAsync(Show<TView, TModel>(model), http);
    }

    public async Task PageAsync<TView, TModel>(TModel model, HttpContext http)
        where TView : View<TModel>
    {
        await settings.LoadAsync(http.RequestAborted);
        if (!seal.WasOn) await WriteAsync(Show<DocumentView, Document>(await DocumentAsync(Title(model), Show<TView, TModel>(model), Search(model), http)), http);
        else if (IsPageAskedFor(http)) await ShellAsync(http);
        else await WriteAsync(Show<DocumentView, Document>(Frame(Show<RefusalView, Refusal>(new Refusal(http.Response.StatusCode, Said.Of("refused.sealed"))), http)), http);
    }

    /// <summary>A document without anything of the person's: its script asks for the rest.</summary>
    public async Task ShellAsync(HttpContext http)
    {
        await settings.LoadAsync(http.RequestAborted);
        await WriteAsync(Show<DocumentView, Document>(Frame(null, http)), http);
    }

    /// <summary>An answer that tells by its headers alone.</summary>
    public async Task EmptyAsync(HttpContext http)
    {
        http.Response.ContentType = Html;
        if (seal.HasBegun) await seal.WriteAsync(Html, "", http);
    }

    public async Task ProblemAsync(Refusal refusal, HttpContext http)
    {
        await settings.LoadAsync(http.RequestAborted);
        const string Problem = "application/problem+json";
        var problem = JsonSerializer.Serialize(new { status = refusal.Status, title = words.Get().Say(refusal.Said), field = refusal.Field });
        http.Response.ContentType = Problem;
        if (seal.HasBegun) await seal.WriteAsync(Problem, problem, http);
        else await http.Response.WriteAsync(problem, http.RequestAborted);
    }

    /// <summary>Whether asking for the same again, by script, shows what this document leaves out.</summary>
    private static bool IsPageAskedFor(HttpContext http) =>
        !HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<Http.Gate.Asked>() is null or { Answer: AnswerClass.Page };

    private static string? Search<TModel>(TModel model) => model is ISearched { Search: var search } ? search : null;

    private string? Title<TModel>(TModel model) => model is ITitled { Title: var title } ? words.Get().Say(title) : null;

    private async Task<Document> DocumentAsync(string? title, RenderFragment main, string? search, HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        var shows = visit.Level >= Sessions.SignInLevel.Full && (seal.HasBegun || !seal.IsOn); // who has just come in gets the rest with the next page
        IReadOnlyList<RenderFragment> sidebar = shows ? await slots.FillAsync(new SidebarSlot(path), http.RequestAborted) : [];
        IReadOnlyList<RenderFragment> toolbar = shows ? await slots.FillAsync(new ToolbarSlot(path, search), http.RequestAborted) : [];
        return Frame(main, http) with { Title = title, Notice = notices.Take(http), Toolbar = toolbar, Sidebar = sidebar };
    }

    private Document Frame(RenderFragment? main, HttpContext http) => new(
        site.Value.Name,
        null,
        assets,
        settings.Get(Appearance.Theme),
        settings.Get(Appearance.Density),
        settings.Get(Appearance.Keys),
        csrf.Issue(http).Value,
        null,
        visit.Level >= Sessions.SignInLevel.Full ? visit.Name : null,
        visit is { Level: >= Sessions.SignInLevel.Full, Session: { } session } ? Http.Gate.OpenSession.Seconds(sessions.Left(session)) : null, // also of one that began with this answer
        [],
        [],
        main,
        seal.ForPage(assets.Script.Path))
    {
        CookieDomain = cookies.Value.CookieDomain,
        Rests = visit.Session?.StaysUntil is not null,
        IsAnswerToAct = HttpMethods.IsPost(http.Request.Method),
    };

    /// <summary>What the script puts into an empty shell: the title and the body's elements.</summary>
    private static RenderFragment Body(Document document) =>
        builder =>
        {
            builder.OpenElement(0, "title");
            builder.AddContent(1, document.FullTitle);
            builder.CloseElement();
            builder.AddContent(2, Show<ShellView, Document>(document));
        };

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
        http.Response.ContentType = Html;
        if (seal.HasBegun) await seal.WriteAsync(Html, html, http);
        else await http.Response.WriteAsync(html, http.RequestAborted);
    }
}
