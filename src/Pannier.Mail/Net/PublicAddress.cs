using System.Net;
using System.Net.Sockets;

namespace Pannier.Mail.Net;

/// <summary>Tells addresses of the public Internet from all others (IANA special-purpose registries, RFC 6890).</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] RefusedFour =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    /// <summary>Teredo, ORCHID and other protocol assignments; documentation; 6to4, which carries an IPv4 address of anywhere.</summary>
    private static readonly IPNetwork[] RefusedSix =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !RefusedFour.Any(network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => IsGlobalUnicast(address) && !RefusedSix.Any(network => network.Contains(address)) && !IsIsatap(address),
        _ => false,
    };

    /// <summary>
    /// 2000::/3: mapped, translated, unique-local, link-local and multicast addresses lie outside it. Looked at as octets, since
    /// <see cref="IPNetwork"/> said that an IPv4-mapped address was within.
    /// </summary>
    private static bool IsGlobalUnicast(IPAddress address) => (address.GetAddressBytes()[0] & 0xE0) == 0x20;

    /// <summary>An interface id of ISATAP (RFC 5214) carries an IPv4 address under any prefix.</summary>
    private static bool IsIsatap(IPAddress address) => address.GetAddressBytes() is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5e, 0xfe, ..];
}
