using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pannier.Core.Http;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Net;

namespace Pannier.Core.Humans;

/// <summary>Has a service verify what its script gave. Whatever is not a plain yes, for this site, is none.</summary>
/// <remarks>The visitor's address is not sent: the service has seen it, and a proxy's would be wrong.</remarks>
internal sealed class AskVendor(IdentityHttp http, IdentityEgressOptions rules, IOptions<HumanCheckOptions> options, IOptions<SiteOptions> site, ILogger<AskVendor> log)
{
    private const int MostBytes = 16 * 1024;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> _hosts = new(site.Value.PublicOrigins.Select(origin => new Uri(origin).Host), StringComparer.OrdinalIgnoreCase);

    public async Task<HumanVerdict> AskAsync(HumanVendor vendor, VendorToken token, CancellationToken cancellation)
    {
        var url = new Uri(options.Value.VerifyUrl ?? vendor.Verify);
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["secret"] = options.Value.SecretKey ?? "", ["response"] = token.Value }),
        };
        try
        {
            if (!rules.Allows(url)) throw new MailFault(MailFaultKind.Forbidden);
            var answer = await http.SendAsync(request, MostBytes, AtMost, cancellation);
            if ((int)answer.Status is < 200 or >= 300) throw new MailFault(MailFaultKind.Protocol);
            using var said = JsonDocument.Parse(answer.Content);
            return Judge(said.RootElement);
        }
        catch (Exception fault) when (fault is MailFault or JsonException)
        {
            Log.NotAsked(log, vendor.Name, fault is MailFault { Kind: var kind } ? kind : MailFaultKind.Protocol);
            return HumanVerdict.Unavailable;
        }
    }

    private HumanVerdict Judge(JsonElement said)
    {
        if (said.ValueKind != JsonValueKind.Object) return HumanVerdict.Failed;
        if (!said.TryGetProperty("success", out var success) || success.ValueKind != JsonValueKind.True)
        {
            // A wrong secret is the site's to mend, and no visitor can.
            if (said.TryGetProperty("error-codes", out var codes) && codes.ToString().Contains("-input-secret", StringComparison.Ordinal)) Log.WrongSecret(log);
            return HumanVerdict.Failed;
        }

        if (said.TextOf("hostname") is not { } host || !_hosts.Contains(host)) return HumanVerdict.Failed; // solved on another site
        if (options.Value.Kind != HumanCheckKind.ReCaptcha3) return HumanVerdict.Passed;

        var score = said.TryGetProperty("score", out var given) && given.ValueKind == JsonValueKind.Number ? given.GetDouble() : 0;
        return score >= options.Value.LeastScore && said.TextOf("action") == HumanVendor.Action ? HumanVerdict.Passed : HumanVerdict.Failed;
    }
}
