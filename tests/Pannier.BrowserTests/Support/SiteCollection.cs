namespace Pannier.BrowserTests.Support;

/// <summary>One demo for the walks of most people; each walk takes care of its own traces.</summary>
[CollectionDefinition("site")]
public sealed class SiteCollection : ICollectionFixture<DemoSite>;
