using System.Security.Cryptography.X509Certificates;
using DnsClient;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Pannier.Configuration;
using Pannier.Core;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Discovery;
using Pannier.Mail.Html;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;

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

        AddTrust(builder.Services, options.Data, options.Crypto);
        AddMail(builder.Services, options);
        var webRoot = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var routes = builder.Services.AddPannier(modules, webRoot);
        replace?.Invoke(builder.Services);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options.Listen, options.Site));

        var app = builder.Build();
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

    /// <summary>The link by which the first person registers and becomes the administrator; null when there is somebody already.</summary>
    public async Task<string?> FirstLinkAsync(CancellationToken cancellation)
    {
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
        services.AddSingleton<EgressHttp>();
        services.AddSingleton<IDnsQuery>(new LookupClient(new LookupClientOptions { Timeout = options.Discovery.SourceLimit, Retries = 1 }));
        services.AddSingleton<IMailDns, MailDns>();
        services.AddSingleton<SettingsFinder>();
        services.AddSingleton<ConnectionGovernor>();
        services.AddSingleton(new HtmlSanitizer());
        services.AddSingleton<Core.Accounts.IOpenStores, OpenStores>();
    }

    private static void Configure(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, ListenOptions listen, SiteOptions site)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = site.LargestRequestMiB * 1024L * 1024;
        kestrel.Listen(System.Net.IPAddress.Parse(listen.Address), listen.Port, at =>
        {
            if (listen.CertificateFile is { } certificate) at.UseHttps(X509Certificate2.CreateFromPemFile(certificate, listen.KeyFile));
        });
    }

    private static ForwardedHeadersOptions Forwarded(ListenOptions listen)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var proxy in listen.TrustedProxies) options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        return options;
    }
}
