using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Core.Outside;

/// <summary>Reads whom the proxy names in a request: believed from its own addresses and with its secret, and from nowhere else.</summary>
/// <remarks>The secret is looked at only when the connection is the proxy's own, so nobody else can try one.</remarks>
internal sealed class ProxyWord(SignInOptions signIn, ProxyOptions options, ISignInDoor door, ILogger<ProxyWord> log)
{
    private readonly IReadOnlyList<IPNetwork> _networks = options.Networks;
    private readonly byte[] _secret = SHA256.HashData(Encoding.UTF8.GetBytes(options.Secret ?? ""));

    /// <summary>Whom the proxy names; a comma is how two headers become one on the way (RFC 9110 §5.3), so such a name is nobody's.</summary>
    /// <param name="name">Null when it names nobody, or this site listens to no proxy.</param>
    /// <returns>False when the header is there and not to be believed: the request is somebody's trick, or a proxy that is set up wrongly.</returns>
    public bool TryRead(HttpContext http, out SignInName? name)
    {
        name = null;
        if (signIn.Backend != SignInBackend.Proxy) return true;
        var sent = http.Request.Headers[options.NameHeader];
        if (sent.Count == 0 || sent is [null or ""]) return true;

        var from = PeerAddress.Of(http);
        if (from is null || !_networks.Any(network => network.Contains(from)))
        {
            Log.ProxyFromElsewhere(log, options.NameHeader, from?.ToString() ?? "nowhere");
            return false;
        }

        if (http.Request.Headers[options.SecretHeader] is not [{ } secret] || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), _secret))
        {
            Log.ProxyWithoutSecret(log, options.NameHeader, from.ToString());
            return false;
        }

        name = sent is [{ } one] && !one.Contains(',', StringComparison.Ordinal) && SignInName.Read(one) is { } read ? door.Name(read) : null;
        if (name is null) Log.ProxyNamesNobody(log, options.NameHeader);
        return name is not null;
    }
}
