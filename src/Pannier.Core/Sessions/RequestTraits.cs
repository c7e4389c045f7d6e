using System.Net;
using Microsoft.AspNetCore.Http;
using Pannier.Core.Audit;
using Pannier.Core.Throttling;

namespace Pannier.Core.Sessions;

/// <summary>What of a request's head stays the same within one person's session. Empty is absent, and is compared with nothing.</summary>
/// <param name="Origin">Scheme and host.</param>
/// <param name="Agent">Kind of browser and system without versions, so that an update changes nothing.</param>
/// <param name="Language">The primary tag of the first language a document is wanted in (RFC 9110 §12.5.4).</param>
/// <param name="Address">As much of the address as the site's policy looks at.</param>
public sealed record RequestTraits(string Origin, string Agent, string Language, string Address)
{
    public static RequestTraits None { get; } = new("", "", "", "");

    internal static RequestTraits Of(HttpContext? http, AddressBinding binding) =>
        http is null
            ? None
            : new(
                $"{http.Request.Scheme}://{http.Request.Host.Value}",
                Family(http.Request.Headers.UserAgent.ToString()),
                IsDocument(http.Request) ? Primary(http.Request.Headers.AcceptLanguage.ToString()) : "",
                http.Connection.RemoteIpAddress is { } address ? Bound(address, binding) : "");

    /// <summary>A browser nobody knows is told by its text without digits.</summary>
    private static string Family(string agent)
    {
        var device = Device.Read(agent);
        return device is { Browser.Length: > 0, System.Length: > 0 } ? $"{device.Browser} on {device.System}" : string.Concat(agent.Take(Device.Longest).Where(letter => !char.IsAsciiDigit(letter)));
    }

    /// <summary>Scripts and streams may send another language than the page does.</summary>
    private static bool IsDocument(HttpRequest request) =>
        !request.Headers.ContainsKey("Pannier-Swap") && request.Headers["Sec-Fetch-Dest"] is [] or ["document"];

    private static string Primary(string languages) => languages.Split(',', ';', '-')[0].Trim().ToUpperInvariant();

    private static string Bound(IPAddress address, AddressBinding binding) => binding switch
    {
        AddressBinding.Prefix => AddressPrefix.Of(address),
        AddressBinding.Exact => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString(),
        _ => "",
    };
}
