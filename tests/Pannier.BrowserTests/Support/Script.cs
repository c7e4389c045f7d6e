namespace Pannier.BrowserTests.Support;

/// <summary>Whether the browser runs scripts.</summary>
public enum Script
{
    On,
    Off,
}
