namespace Pannier.Modules.Accounts;

/// <summary>Who named the servers of an address.</summary>
public enum FoundBy
{
    Nothing,

    /// <summary>Whoever runs this site.</summary>
    Preset,

    /// <summary>SRV records of the address's domain (RFC 6186).</summary>
    Dns,

    /// <summary>A settings file at the address's domain (Mozilla autoconfig).</summary>
    Autoconfig,

    /// <summary>The table of well-known providers that comes with Pannier.</summary>
    Provider,

    /// <summary>Usual names that answered.</summary>
    Guess,
}
