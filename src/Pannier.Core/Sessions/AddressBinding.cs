namespace Pannier.Core.Sessions;

/// <summary>How much of the address belongs to a session's fingerprint.</summary>
public enum AddressBinding
{
    /// <summary>Nothing: people move between networks.</summary>
    None,

    /// <summary>The first 24 bits of IPv4 or 48 of IPv6.</summary>
    Prefix,
    Exact,
}
