namespace Pannier.BrowserTests.Support;

/// <summary>A demo that seals what it answers and what the browser keeps.</summary>
public sealed class SealedSite : IAsyncLifetime
{
    public DemoSite Demo { get; } = DemoSite.With(("Browser:SealResponses", "true"), ("Browser:SealCache", "true"));

    public ValueTask InitializeAsync() => Demo.InitializeAsync();

    public ValueTask DisposeAsync() => Demo.DisposeAsync();
}
