using Pannier.BrowserTests.Support;

namespace Pannier.BrowserTests;

/// <summary>All walks in a browser that runs no script.</summary>
[Collection("site")]
public sealed class WalksWithoutScript(DemoSite site) : Walks(site, Script.Off);
