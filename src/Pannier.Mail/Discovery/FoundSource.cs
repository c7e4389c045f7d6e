namespace Pannier.Mail.Discovery;

/// <summary>Where settings were found, the most trusted first.</summary>
public enum FoundSource
{
    /// <summary>The site's own configuration.</summary>
    Preset,

    /// <summary>The domain's DNS (RFC 6186, RFC 8314).</summary>
    Dns,

    /// <summary>A document the domain serves over https (Mozilla autoconfig).</summary>
    Autoconfig,

    /// <summary>Our table of providers, by the domain or by who takes its mail in.</summary>
    Provider,

    /// <summary>Usual names and ports were tried.</summary>
    Guess,
}
