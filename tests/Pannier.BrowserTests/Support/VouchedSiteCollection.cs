namespace Pannier.BrowserTests.Support;

/// <summary>One demo whose people come from an identity provider, and one site behind a proxy, for the walks of people who are vouched for.</summary>
[CollectionDefinition("vouched sites")]
public sealed class VouchedSiteCollection : ICollectionFixture<ProviderSite>, ICollectionFixture<ProxiedSite>;
