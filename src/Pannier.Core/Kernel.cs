using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pannier.Core.Http;
using Pannier.Core.Http.Gate;
using Pannier.Core.Http.Reports;
using Pannier.Core.Jobs;
using Pannier.Core.Modules;
using Pannier.Core.Sealing;
using Pannier.Core.Sessions;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Core.Views;

namespace Pannier.Core;

/// <summary>Puts the kernel together: what <c>Program.cs</c> calls to register it and to answer requests with it.</summary>
public static class Kernel
{
    /// <summary>Registers the kernel and the modules, and returns their routes.</summary>
    public static IReadOnlyList<ModuleRoute> AddPannier(this IServiceCollection services, IEnumerable<IModule> modules, string webRoot)
    {
        var routes = new List<ModuleRoute>();
        var all = modules.ToList();
        foreach (var module in all) module.Register(new ModuleBuilder(module.Name, services, routes));

        services.AddSingleton<IReadOnlyList<ModuleRoute>>(routes);
        services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Catalog.Read([typeof(Kernel).Assembly, .. all.Select(module => module.GetType().Assembly).Distinct()]));
        services.AddSingleton(_ => Assets.Read(webRoot));
        services.AddSingleton<AnswerHeaders>();
        services.AddSingleton<ReportBudget>();
        services.AddSingleton<TakeReports>();
        services.AddSingleton<ViewBoxes>();
        services.AddSingleton<Outside.NewcomerTickets>();
        services.AddSingleton<Outside.Vouching>();
        services.AddSingleton<Outside.ProxyWord>();
        services.AddSingleton<Outside.UsedTokens>();
        services.AddSingleton<Outside.PortalTokens>();
        services.AddSingleton<Outside.OpenId.OpenIdProvider>();
        services.AddSingleton<Outside.OpenId.OpenIdKeys>();
        services.AddSingleton<Outside.OpenId.OpenIdStates>();
        services.AddSingleton<Outside.OpenId.OpenIdTokens>();
        services.AddSingleton<Outside.OpenId.OpenIdLogout>();
        services.AddScoped<Outside.OpenId.OpenIdDoor>();
        services.AddScoped<Visit>();
        services.AddScoped<AnswerSeal>();
        services.AddScoped(seals => new EventSeals(seals.GetRequiredService<AnswerSeal>()));
        services.AddScoped(own => new SealingOfVisit(own.GetRequiredService<AnswerSeal>(), own.GetRequiredService<Visit>(), own.GetRequiredService<Door>(), own.GetRequiredService<Microsoft.Extensions.Options.IOptions<BrowserOptions>>()));
        services.AddScoped<MySettings>();
        services.AddScoped<WordsOfVisit>();
        services.AddScoped(words => words.GetRequiredService<WordsOfVisit>().Get().Clock);
        services.AddScoped<Slots>();
        services.AddScoped<Errands>();
        services.AddScoped<Accounts.AccountBook>();
        services.AddScoped<Accounts.AccountProofs>();
        services.AddScoped<Accounts.OwnMailAccount>();
        services.AddSingleton(_ => new Mail.Mirror.Sync.SyncTurns(Math.Max(1, Environment.ProcessorCount / 2)));
        services.AddSingleton(site => new Accounts.Keeping.MirrorShelves(Path.GetDirectoryName(site.GetRequiredService<Storage.Database>().File)!, site.GetRequiredService<ILoggerFactory>())); // the file is in the data directory
        services.AddSingleton<Accounts.Memory.MirrorsHere>();
        services.AddScoped<Accounts.MailOfVisit>();
        services.AddScoped<Accounts.MyLists>();
        services.AddScoped<Accounts.Intents.MyActs>();
        services.AddScoped<Accounts.IMyMail, Accounts.MyMail>();
        services.AddScoped<Accounts.IMailNews, Accounts.MailNews>();
        services.AddScoped<Senders.LearnHabit>();
        services.AddScoped<Senders.SenderReports>();
        services.AddScoped<Senders.OwnSignatureCheck>();
        services.AddScoped<Senders.MyCorrespondents>();
        services.AddSingleton(away => new Away.BackgroundGrants(
            away.GetRequiredService<Storage.Database>(),
            away.GetRequiredService<Crypto.SiteKey>(),
            away.GetRequiredService<Crypto.Vault>(),
            away.GetRequiredService<TimeProvider>()));
        services.AddSingleton(away => new Away.WatchedTokens(
            away.GetRequiredService<Mail.OAuth.OAuthProviders>(),
            away.GetRequiredService<Mail.OAuth.OAuthClient>(),
            away.GetRequiredService<TimeProvider>()));
        services.AddSingleton(away => new Away.CountMail(
            away.GetRequiredService<Accounts.IOpenStores>(),
            away.GetRequiredService<Away.WatchedTokens>(),
            away.GetRequiredService<TimeProvider>()));
        services.AddScoped(away => new Away.MyAway(
            away.GetRequiredService<Away.BackgroundGrants>(),
            away.GetRequiredService<Away.CountMail>(),
            away.GetRequiredService<Accounts.AccountBook>(),
            away.GetRequiredService<Mail.OAuth.OAuthProviders>(),
            away.GetRequiredService<Audit.MyLog>(),
            away.GetRequiredService<Microsoft.Extensions.Options.IOptions<Sessions.SessionOptions>>(),
            away.GetRequiredService<Visit>(),
            away.GetRequiredService<IHttpContextAccessor>()));
        services.AddHostedService<Away.SweepGrants>();
        services.AddScoped<CsrfTokens>();
        services.AddSingleton<Humans.HumanMarks>();
        services.AddSingleton<Humans.ProofOfWork>();
        services.AddSingleton<Humans.AskVendor>();
        services.AddSingleton(site => new Operating.SiteHealth(
            site.GetRequiredService<Storage.Database>(),
            site.GetRequiredService<Users.People>(),
            site.GetRequiredService<LiveSessions>(),
            site.GetRequiredService<Throttling.Throttle>(),
            site.GetRequiredService<Accounts.Memory.MirrorsHere>(),
            site.GetRequiredService<Microsoft.Extensions.Options.IOptions<Accounts.Memory.MirrorOptions>>()));
        services.AddScoped(check => new Humans.HumanCheck(
            check.GetRequiredService<Microsoft.Extensions.Options.IOptions<Humans.HumanCheckOptions>>(),
            check.GetRequiredService<Throttling.Throttle>(),
            check.GetRequiredService<Devices.MyDevices>(),
            check.GetRequiredService<Humans.HumanMarks>(),
            check.GetRequiredService<Humans.ProofOfWork>(),
            check.GetRequiredService<Humans.AskVendor>(),
            check.GetRequiredService<CsrfTokens>(),
            check.GetRequiredService<Visit>(),
            check.GetRequiredService<TimeProvider>(),
            check.GetRequiredService<IHttpContextAccessor>()));
        services.AddScoped<Notices>();
        services.AddSingleton(signing => new SignedTexts(signing.GetRequiredService<Crypto.SiteKey>()));
        services.AddScoped<PublicUrls>();
        services.AddScoped<PageWriter>();
        services.AddScoped<Answer>();
        foreach (var step in Gate.Steps) services.AddScoped(step);
        services.AddSingleton<ISetting>(Appearance.Theme);
        services.AddSingleton<ISetting>(Appearance.Density);
        services.AddSingleton<ISetting>(Appearance.Zone);
        services.AddSingleton<ISetting>(Appearance.Keys);
        services.AddSingleton<ISetting>(Appearance.Pane);
        services.AddSingleton<ISetting>(Safety.LockAfter);
        services.AddHostedService<Accounts.Keeping.SweepShelves>();
        services.AddHostedService<Accounts.Memory.GuardMemory>();
        services.AddHostedService<JobRunner>();
        services.AddRouting();
        Compression.Add(services);

        // Nothing a person uploads touches the disk in the clear: forms stay in memory, within the site's limit.
        services.Configure<FormOptions>(form =>
        {
            form.MemoryBufferThreshold = int.MaxValue;
            form.MultipartBodyLengthLimit = long.MaxValue; // the gate has limited the whole body
            form.ValueLengthLimit = 8 * 1024 * 1024;
            form.ValueCountLimit = 4096;
        });
        return routes;
    }

    /// <summary>Answers requests: routing, the gate, then the routes.</summary>
    public static void UsePannier(this WebApplication app, IReadOnlyList<ModuleRoute> routes, string webRoot)
    {
        Compression.Use(app);
        app.UseRouting();
        app.UseMiddleware<Gate>();
        foreach (var route in routes)
        {
            app.MapMethods(route.Path, route.Method == "GET" ? ["GET", "HEAD"] : [route.Method], route.Chain)
                .WithMetadata(new Asked(route.Level, route.Answer, route.Attention) { IsCallBack = route.IsCallBack, Secrets = route.Secrets, Role = route.Role })
                .WithDisplayName($"{route.Method} {route.Path}");
        }

        app.MapMethods(ViewAnswer.Path, ["GET", "HEAD"], ViewAnswer.AnswerAsync).WithMetadata(new Asked(SignInLevel.Anonymous, AnswerClass.View));
        app.MapMethods("/healthz", ["GET", "HEAD"], http => http.Response.WriteAsync("ok\n", http.RequestAborted)).WithMetadata(new Asked(SignInLevel.Anonymous, AnswerClass.Machine));
        app.MapMethods(TakeReports.Path, ["POST"], TakeReports.AnswerAsync).WithMetadata(new Asked(SignInLevel.Anonymous, AnswerClass.Machine));
        StaticFiles.Map(app, webRoot);
        app.MapFallback("{*path}", http => http.RequestServices.GetRequiredService<Answer>().RefuseAsync(Refusal.NotFound("refused.not-found"), http))
            .WithMetadata(new Asked(SignInLevel.Anonymous, AnswerClass.Page));
    }
}
