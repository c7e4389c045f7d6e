using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Pannier.Core.Throttling;

/// <summary>The neighbourhood of an address: what one household, firm or attacker has at hand.</summary>
internal static class AddressPrefix
{
    /// <summary>The first 24 bits of IPv4, mapped or not, or the first 48 of IPv6.</summary>
    public static string Of(IPAddress address) => Convert.ToHexStringLower(Bytes(address));

    /// <summary>The same as people write it: <c>203.0.113.0/24</c>, <c>2001:db8:1::/48</c>.</summary>
    public static string Shown(IPAddress address)
    {
        var bytes = Bytes(address);
        var whole = new byte[bytes.Length == 3 ? 4 : 16];
        bytes.CopyTo(whole, 0);
        return $"{new IPAddress(whole)}/{(bytes.Length * 8).ToString(CultureInfo.InvariantCulture)}";
    }

    private static byte[] Bytes(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.GetAddressBytes()[..(address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6)];
    }
}
