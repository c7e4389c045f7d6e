using Microsoft.Extensions.Configuration;
using Pannier.Tests.Support;

namespace Pannier.BrowserTests.Support;

/// <summary>A site, in this process, behind a reverse proxy that signs people in and names them in a header.</summary>
public sealed class ProxiedSite : IAsyncLifetime
{
    private const string Secret = "only the proxy and the site know this";
    private readonly TempDirectory _directory = new();
    private NamingProxy? _proxy;
    private Site? _site;

    /// <summary>Where browsers go: the proxy's own.</summary>
    public string Address => Proxy.Address;

    public NamingProxy Proxy => _proxy!; // made before any walk

    public async ValueTask InitializeAsync()
    {
        var port = FreePort.Next();
        _proxy = await NamingProxy.StartAsync(port, Secret);
        _site = Site.Build(
            (IConfigurationRoot)new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Data:Directory"] = _directory.File("data"),
                ["Listen:Port"] = $"{port}",
                ["Site:PublicOrigins:0"] = _proxy.Address,
                ["SignIn:Backend"] = "Proxy",
                ["SignIn:VouchedBy"] = "Example Ltd",
                ["SignIn:Admit"] = "Everybody",
                ["SignIn:DataOpenedBy"] = "Site",
                ["Proxy:Addresses:0"] = "127.0.0.1",
                ["Proxy:Secret"] = Secret,
            }).Build());
        await _site.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.App.StopAsync(CancellationToken.None);
            await _site.App.DisposeAsync();
        }

        if (_proxy is not null) await _proxy.DisposeAsync();
        _directory.Dispose();
    }
}
