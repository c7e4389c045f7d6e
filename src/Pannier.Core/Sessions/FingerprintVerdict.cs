namespace Pannier.Core.Sessions;

/// <summary>How a request compares with the session whose cookie it carries.</summary>
internal enum FingerprintVerdict
{
    Same,

    /// <summary>Kind of browser, language or address differ.</summary>
    OtherBrowser,

    /// <summary>Scheme or host differ: no browser sends a cookie there by itself.</summary>
    OtherOrigin,
}
