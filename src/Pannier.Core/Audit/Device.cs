namespace Pannier.Core.Audit;

/// <summary>What a User-Agent says in two words. Versions are left out: they change with every update, and tell more than a person needs.</summary>
/// <remarks>Browsers name their forebears too, so the order matters: the first that is found is it.</remarks>
internal sealed record Device(string Browser, string System)
{
    public const int Longest = 1024; // no browser's is longer; more is not looked at

    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Vivaldi", "Vivaldi"), ("SamsungBrowser", "Samsung Internet"), ("FxiOS", "Firefox"), ("Firefox", "Firefox"),
        ("CriOS", "Chrome"), ("Chromium", "Chromium"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Macintosh", "macOS"),
        ("FreeBSD", "FreeBSD"), ("OpenBSD", "OpenBSD"), ("Linux", "Linux"),
    ];

    /// <summary>Parts that are not known are empty.</summary>
    public static Device Read(string userAgent)
    {
        var text = userAgent.Length > Longest ? userAgent[..Longest] : userAgent;
        return new Device(First(Browsers, text), First(Systems, text));
    }

    private static string First((string Sign, string Name)[] signs, string text) => Array.Find(signs, one => text.Contains(one.Sign, StringComparison.Ordinal)).Name ?? "";
}
