namespace Pannier.BrowserTests.Support;

/// <summary>One sealing demo for its walks.</summary>
[CollectionDefinition("sealed site")]
public sealed class SealedSiteCollection : ICollectionFixture<SealedSite>;
