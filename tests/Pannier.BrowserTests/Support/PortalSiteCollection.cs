namespace Pannier.BrowserTests.Support;

/// <summary>One demo for the walks of people for whom a portal vouches.</summary>
[CollectionDefinition("portal site")]
public sealed class PortalSiteCollection : ICollectionFixture<PortalSite>;
