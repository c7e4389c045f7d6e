using System.Net;
using Pannier.Mail.Net;

namespace Pannier.Mail.Discovery;

/// <summary>
/// What the domain says in a document (Mozilla autoconfig). Fetched over https only, from hosts of the domain itself; no directory
/// of somebody else's is asked. The address goes only to the domain's own <c>autoconfig</c> host, which serves the person's mail anyway.
/// </summary>
internal static class AutoconfigSource
{
    private const int MostBytes = 128 * 1024;

    /// <summary>Null when the domain serves no such document, or none that can be read.</summary>
    public static async Task<Finding?> FindAsync(EgressHttp http, AddrSpec address, TimeSpan atMost, CancellationToken cancellation)
    {
        if (address.Domain[0] == '[') return null;
        Task<Finding?>[] both =
        [
            FetchAsync($"https://autoconfig.{address.Domain}/mail/config-v1.1.xml?emailaddress={Uri.EscapeDataString(address.Value)}"),
            FetchAsync($"https://{address.Domain}/.well-known/autoconfig/mail/config-v1.1.xml"),
        ];
        return await both[0] ?? await both[1];

        async Task<Finding?> FetchAsync(string url)
        {
            try
            {
                var answer = await http.GetAsync(new Uri(url), MostBytes, atMost, cancellation);
                return answer.Status == HttpStatusCode.OK ? AutoconfigDocument.Read(answer.Content, address) : null;
            }
            catch (MailFault)
            {
                return null; // a domain without such a host is the usual case
            }
        }
    }
}
