namespace Pannier.BrowserTests.Support;

/// <summary>One demo for the walks of people whose password is kept elsewhere.</summary>
[CollectionDefinition("outside site")]
public sealed class OutsideSiteCollection : ICollectionFixture<OutsideSite>;
