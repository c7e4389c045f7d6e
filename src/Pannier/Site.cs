using DnsClient;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Pannier.Configuration;
using Pannier.Confinement;
using Pannier.Core;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Discovery;
using Pannier.Mail.Html;
using Pannier.Mail.Imap;
using Pannier.Mail.Ldap;
using Pannier.Mail.Net;
using Pannier.Mail.OAuth;

namespace Pannier;

/// <summary>The program put together: options bound, kernel and modules registered, the server ready to start.</summary>
internal sealed class Site
{
    private Site(WebApplication app, ListenOptions listen, IReadOnlyList<ModuleRoute> routes) => (App, Listen, Routes) = (app, listen, routes);

    public WebApplication App { get; }

    public ListenOptions Listen { get; }

    public IReadOnlyList<ModuleRoute> Routes { get; }

    /// <summary>Builds it; nothing listens and nothing is written yet, but the data directory.</summary>
    /// <param name="replace">Registers services in place of the site's own: the demo's provider, a test's clock.</param>
    /// <exception cref="StartRefused">An option is unknown or out of bounds, or the data directory is not safe.</exception>
    public static Site Build(IConfigurationRoot configuration, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true); // a service nobody registered stops the start, not a request
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Pannier", LogLevel.Information);

        var options = AllOptions.Bind(configuration, builder.Services);
        var modules = ModuleList.Without(options.Modules.Off);
        if ((options.Browser.SealResponses || options.Browser.SealCache) && modules.All(module => module.Name != "sealing"))
            throw new StartRefused("Browser:SealResponses and Browser:SealCache need the module 'sealing', which Modules:Off leaves out.");

        CookieRules.Check(options.Session.CookieDomain, options.Site, options.Reading);
        builder.Services.AddSingleton(new RuntimeFacts(Confine.IsDone));
        AddTrust(builder.Services, options.Data, options.Crypto);
        AddMail(builder.Services, options);
        AddSignIn(builder.Services, options);
        var webRoot = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var routes = builder.Services.AddPannier(modules, webRoot);
        replace?.Invoke(builder.Services);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listening.Configure(kestrel, options.Listen, options.Site));

        var app = builder.Build();
        app.Use((http, next) =>
        {
            PeerAddress.Keep(http);
            return next(http);
        });
        if (options.Listen.TrustedProxies.Count > 0) app.UseForwardedHeaders(Forwarded(options.Listen));
        app.UsePannier(routes, webRoot);
        return new Site(app, options.Listen, routes);
    }

    /// <summary>Brings the database up to date and begins to listen.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        _ = App.Services.GetRequiredService<Core.Views.Assets>(); // checked now, not at the first request
        try
        {
            await App.StartAsync(cancellation);
        }
        catch (Exception fault) when (fault is StorageFault or BoxRefused)
        {
            throw new StartRefused(fault.Message);
        }
    }

    /// <summary>The link by which the first person registers and becomes the administrator; null when there is somebody already, or people are let in by name.</summary>
    public async Task<string?> FirstLinkAsync(CancellationToken cancellation)
    {
        if (!App.Services.GetRequiredService<ISignInDoor>().IsLocal) return null;
        if (await App.Services.GetRequiredService<Links>().FirstAsync(cancellation) is not { } link) return null;

        return $"{App.Services.GetRequiredService<IOptions<SiteOptions>>().Value.PublicOrigins[0]}/register/{link.Token}";
    }

    private static void AddTrust(IServiceCollection services, DataOptions data, CryptoOptions crypto)
    {
        try
        {
            services.AddTrust(data.Directory, crypto);
        }
        catch (InvalidOperationException unsafeDirectory)
        {
            throw new StartRefused(unsafeDirectory.Message);
        }
    }

    private static void AddMail(IServiceCollection services, AllOptions options)
    {
        services.AddSingleton(clock => new Egress(options.Egress, clock.GetRequiredService<TimeProvider>()));
        services.AddSingleton(options.Imap);
        services.AddSingleton(options.Smtp);
        services.AddSingleton(options.Discovery);
        services.AddSingleton(clock => new EgressHttp(new Egress(options.WebEgress, clock.GetRequiredService<TimeProvider>()), clock.GetRequiredService<TimeProvider>()));
        services.AddSingleton(clock => new IdentityHttp(new Egress(options.IdentityEgress, clock.GetRequiredService<TimeProvider>()), clock.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IDnsQuery>(new LookupClient(new LookupClientOptions { Timeout = options.Discovery.SourceLimit, Retries = 1 }));
        services.AddSingleton<IMailDns, MailDns>();
        services.AddSingleton<Mail.Senders.DkimCheck>();
        services.AddSingleton<SettingsFinder>();
        services.AddSingleton<ConnectionGovernor>();
        services.AddSingleton(new HtmlSanitizer());
        services.AddSingleton<Core.Accounts.IOpenStores, OpenStores>();
        services.AddSingleton(options.IdentityEgress);
        services.AddSingleton(new OAuthProviders(options.OAuth));
        services.AddSingleton(http => new OAuthHttp(http.GetRequiredService<IdentityHttp>(), options.IdentityEgress));
        services.AddSingleton<OAuthMetadata>();
        services.AddSingleton<OAuthClient>();
    }

    private static void AddSignIn(IServiceCollection services, AllOptions options)
    {
        services.AddSingleton(options.SignIn);
        services.AddSingleton(options.Proxy);
        services.AddSingleton(options.Portal);
        services.AddSingleton(options.OpenId);
        if (options.SignIn.Backend == SignInBackend.Ldap != options.Ldap.Host is not null)
            throw new StartRefused("SignIn:Backend Ldap and Ldap:Host belong together: set both, or neither.");
        if (options.SignIn.Backend == SignInBackend.Proxy != options.Proxy.Addresses.Count > 0)
            throw new StartRefused("SignIn:Backend Proxy and Proxy:Addresses belong together: set both, or neither.");

        if (options.SignIn.Backend == SignInBackend.Portal != options.Portal.Key is not null)
            throw new StartRefused("SignIn:Backend Portal and Portal:Key belong together: set both, or neither.");
        if (options.SignIn.Backend == SignInBackend.OpenId != options.OpenId.Issuer is not null)
            throw new StartRefused("SignIn:Backend OpenId and OpenId:Issuer belong together: set both, or neither.");

        switch (options.SignIn.Backend)
        {
            case SignInBackend.Local:
                return;
            case SignInBackend.Proxy or SignInBackend.Portal or SignInBackend.OpenId:
                services.AddSingleton<ISignInDoor, VouchedDoor>();
                return;
            case SignInBackend.Ldap:
                var rules = options.IdentityEgress with { OtherPorts = [.. options.IdentityEgress.OtherPorts, options.Ldap.Port] }; // for this one host alone
                services.AddSingleton(options.Ldap);
                services.AddSingleton(clock => new LdapCheck(new Egress(rules, clock.GetRequiredService<TimeProvider>()), options.Ldap));
                services.AddSingleton<IAskOutside, AskLdap>();
                break;
            default:
                services.AddSingleton<ImapCheck>();
                services.AddSingleton<ImapQuestion>();
                if (options.SignIn.Domains.Count > 0) services.AddSingleton<IAskOutside, AskByDomain>();
                else services.AddSingleton<IAskOutside, AskImap>();
                break;
        }

        services.AddSingleton<ISignInDoor, OutsideDoor>();
    }

    private static ForwardedHeadersOptions Forwarded(ListenOptions listen)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var proxy in listen.TrustedProxies) options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        return options;
    }
}
