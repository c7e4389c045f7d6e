namespace Pannier.Tests.Support;

/// <summary>One site for the tests of a class, and a person who is signed in.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private TestSite? _site;
    private TestBrowser? _ann;

    internal TestSite Site => _site!; // made before any test runs

    internal TestBrowser Ann => _ann!; // likewise

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ann = await _site.RegisteredAsync("ann");
    }

    public async ValueTask DisposeAsync()
    {
        _ann?.Dispose();
        if (_site is not null) await _site.DisposeAsync();
    }
}
