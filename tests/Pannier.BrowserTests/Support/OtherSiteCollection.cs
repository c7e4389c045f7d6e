namespace Pannier.BrowserTests.Support;

/// <summary>A second demo of the same kind: collections run side by side, and one browser leaves half of the machine idle.</summary>
[CollectionDefinition("other site")]
public sealed class OtherSiteCollection : ICollectionFixture<DemoSite>;
