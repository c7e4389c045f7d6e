using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Pannier.Core.Outside;

/// <summary>The reverse proxy that signs people in and names them in a header, when <c>SignIn:Backend</c> is Proxy (section <c>Proxy</c>); docs/SIGNIN.md is the guide.</summary>
public sealed record ProxyOptions : IValidatableObject
{
    private const int ShortestSecret = 32;

    /// <summary>The header with the person's name, which the proxy takes away from what browsers send. <c>Remote-User</c> unless set.</summary>
    [RegularExpression("[A-Za-z0-9-]{1,60}")]
    public string NameHeader { get; init; } = "Remote-User";

    /// <summary>The header with the secret that only the proxy and this site know. <c>Pannier-Proxy-Secret</c> unless set.</summary>
    [RegularExpression("[A-Za-z0-9-]{1,60}")]
    public string SecretHeader { get; init; } = "Pannier-Proxy-Secret";

    /// <summary>That secret, of at least 32 characters; best kept in a file of the secrets directory, <c>Proxy__Secret</c>. Needed with <c>SignIn:Backend</c> Proxy.</summary>
    public string? Secret { get; init; }

    /// <summary>Addresses and networks the proxy's requests come from, as in <c>127.0.0.1</c> or <c>10.1.0.0/24</c>: those of the connection, whatever a header says. Needed with <c>SignIn:Backend</c> Proxy.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>What is believed, as networks.</summary>
    internal IReadOnlyList<IPNetwork> Networks => [.. Addresses.Select(Network).OfType<IPNetwork>()];

    /// <summary>Says at start what is missing or contradicts; nothing is needed while there is no secret and no address.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Secret is null && Addresses.Count == 0) yield break;
        if (Secret is not { Length: >= ShortestSecret }) yield return new($"Proxy:Secret: at least {ShortestSecret} characters, as 'openssl rand -base64 33' prints them.", [nameof(Secret)]);
        if (Addresses.Count == 0) yield return new("Proxy:Addresses: say where the proxy's requests come from, as in 127.0.0.1.", [nameof(Addresses)]);
        foreach (var wrong in Addresses.Where(address => Network(address) is null)) yield return new($"Proxy:Addresses: \"{wrong}\" is neither an address nor a network, as 127.0.0.1 and 10.1.0.0/24 are.", [nameof(Addresses)]);
        if (string.Equals(NameHeader, SecretHeader, StringComparison.OrdinalIgnoreCase)) yield return new("Proxy:NameHeader and Proxy:SecretHeader are two headers.", [nameof(SecretHeader)]);
    }

    private static IPNetwork? Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        return IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }
}
