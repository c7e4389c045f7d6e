using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Modules;
using Pannier.Core.Users;

namespace Pannier.Tests.Support;

/// <summary>The whole site in this process: a real server on a free loopback port, over a data directory that goes with it.</summary>
/// <remarks>Its clock stands still until <see cref="Clock"/> is advanced. Services may be replaced, the clock too.</remarks>
internal sealed class TestSite : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    private readonly TempDirectory _directory;
    private readonly Site _site;

    private TestSite(TempDirectory directory, Site site, Uri address, FakeTimeProvider clock, TestLog log) =>
        (_directory, _site, Address, Clock, Log) = (directory, site, address, clock, log);

    public Uri Address { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>What the site has logged.</summary>
    public TestLog Log { get; }

    public IServiceProvider Services => _site.App.Services;

    public IReadOnlyList<ModuleRoute> Routes => _site.Routes;

    public string DataDirectory => _directory.File("data");

    /// <param name="replace">Registers services in place of the site's own.</param>
    /// <param name="options">Settings, as in <c>("Site:Name", "Post")</c>.</param>
    public static async Task<TestSite> StartAsync(Action<IServiceCollection>? replace = null, params (string Key, string Value)[] options)
    {
        var directory = new TempDirectory();
        var (port, clock) = (FreePort.Next(), new FakeTimeProvider(DateTimeOffset.UtcNow));
        var log = new TestLog();
        var address = new Uri($"http://127.0.0.1:{port}");
        var values = new Dictionary<string, string?>
        {
            ["Data:Directory"] = directory.File("data"),
            ["Listen:Port"] = $"{port}",
            ["Site:PublicOrigins:0"] = address.GetLeftPart(UriPartial.Authority),
        };
        foreach (var (key, value) in options) values[key] = value;
        var site = Site.Build(
            (IConfigurationRoot)new ConfigurationBuilder().AddInMemoryCollection(values).Build(),
            services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddSingleton<ILoggerProvider>(log);
                replace?.Invoke(services);
            });
        await site.StartAsync(TestContext.Current.CancellationToken);
        return new TestSite(directory, site, address, clock, log);
    }

    /// <summary>A browser that has never been here.</summary>
    public TestBrowser Browser() => new(Address);

    /// <summary>A browser whose person has just registered under this name, and so is signed in.</summary>
    public async Task<TestBrowser> RegisteredAsync(string name, Role role = Role.Member)
    {
        var link = await Services.GetRequiredService<Links>().InviteAsync(role, TestContext.Current.CancellationToken);
        var browser = Browser();
        await browser.GetAsync("/register/" + link.Token);
        var reply = await browser.PostAsync("/register/" + link.Token, ("name", name), ("password", Password), ("again", Password));
        Assert.True(reply.Status == 200, string.Join('\n', Log.Lines));
        return browser;
    }

    /// <summary>Another browser of a person who has registered.</summary>
    public async Task<TestBrowser> SignedInAsync(string name, string password = Password)
    {
        var browser = Browser();
        await browser.GetAsync("/sign-in");
        Assert.Equal(303, (await browser.PostAsync("/sign-in", ("name", name), ("password", password))).Status);
        await browser.GetAsync("/sign-in"); // for the new session's token
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.App.StopAsync(CancellationToken.None).WaitAsync(PatienceAttribute.Most); // whoever keeps it from ending is a fault, not a run that never ends
        await _site.App.DisposeAsync().AsTask().WaitAsync(PatienceAttribute.Most);
        _directory.Dispose();
    }
}
