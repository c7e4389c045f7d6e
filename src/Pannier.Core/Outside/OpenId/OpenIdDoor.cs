using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Outside.OpenId;

/// <summary>Sends a browser to the identity provider and takes what it comes back with: authorization code with PKCE, state and nonce (OpenID Connect Core §3.1).</summary>
/// <remarks>The answer counts once, for a quarter of an hour, in the browser that asked: nobody is signed in by a link that somebody else made.</remarks>
internal sealed class OpenIdDoor(OpenIdOptions options, OpenIdProvider provider, OAuthClient client, OpenIdStates states, OpenIdTokens tokens, UsedTokens used, CsrfTokens visitors, ISignInDoor door, IHttpContextAccessor http, IOptions<SiteOptions> site, TimeProvider clock, ILogger<OpenIdDoor> log)
{
    /// <summary>Where the provider sends the browser back to; the address a site registers with it.</summary>
    public const string ReturnPath = "/sign-in/return";

    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>Where the browser goes.</summary>
    /// <param name="purpose">What it is asked for.</param>
    /// <param name="next">Where the person wants to go.</param>
    /// <param name="wishes">For their browser, once they are in.</param>
    /// <param name="cancellation">Any time.</param>
    /// <exception cref="OAuthFault">The provider could not be asked for its addresses.</exception>
    public async Task<Uri> AskAsync(OpenIdPurpose purpose, LocalUrl? next, Wishes wishes, CancellationToken cancellation)
    {
        var visitor = Visitor() ?? throw new InvalidOperationException("no page of ours asked"); // a bug: the gate has seen its token
        var asked = await client.AskAsync(
            purpose == OpenIdPurpose.Again ? provider.Now : provider.Value,
            Return,
            "",
            (verifier, nonce) => states.Seal(new OpenIdState(purpose, clock.GetUtcNow(), visitor, verifier, nonce ?? "", wishes, next)),
            cancellation);
        asked.Verifier.Dispose(); // it is in the state
        return asked.Url;
    }

    /// <summary>Takes what the browser came back with.</summary>
    /// <param name="issuer">As the answer names it (RFC 9207); null when it names none.</param>
    public async Task<OpenIdAnswer> TakeAsync(string state, Secret? code, string? issuer, CancellationToken cancellation)
    {
        if (options.Issuer is null || states.Open(state) is not { } begun || Visitor() is not { } visitor || !CryptographicOperations.FixedTimeEquals(begun.Visitor, visitor)) return new OpenIdAnswer.Over();
        if (clock.GetUtcNow() - begun.AskedAt > AtMost || !await used.UseAsync("state\0" + state, begun.AskedAt + AtMost + Slack, cancellation)) return new OpenIdAnswer.Over();

        try
        {
            if (!await client.IsFromAsync(provider.Value, issuer, cancellation)) return new OpenIdAnswer.Wrong(begun.Purpose, begun.Next);
            if (code is null) return new OpenIdAnswer.Denied(begun.Purpose, begun.Next);

            using var verifier = Secret.Of(begun.Verifier);
            using var given = await client.ExchangeAsync(provider.Value, code, verifier, Return, begun.Nonce, cancellation);
            if (given.IdToken is not { } text || await tokens.ReadAsync(text, begun.Nonce, given.Access, cancellation) is not { } said || NameOf(said) is not { } name) return new OpenIdAnswer.Wrong(begun.Purpose, begun.Next);

            var vouch = new Vouch(name) { Subject = SubjectOf(said), Session = SessionOf(said) };
            return new OpenIdAnswer.Right(begun.Purpose, vouch, begun.Next, begun.Wishes, said.Time("auth_time") is { } at && at >= begun.AskedAt - Slack);
        }
        catch (OAuthFault fault)
        {
            Log.CannotAsk(log, provider.Value.Issuer?.Host ?? "", fault.Code is { } said && said.All(char.IsAsciiLetterOrDigit) ? said : fault.Kind.ToString());
            return fault.Kind switch
            {
                OAuthFaultKind.Unavailable or OAuthFaultKind.Unsupported or OAuthFaultKind.ClientRefused => new OpenIdAnswer.Unavailable(begun.Purpose, begun.Next),
                OAuthFaultKind.Denied => new OpenIdAnswer.Denied(begun.Purpose, begun.Next),
                _ => new OpenIdAnswer.Wrong(begun.Purpose, begun.Next),
            };
        }
    }

    /// <summary>Whom the provider knows by what never changes, as it is kept here.</summary>
    internal static byte[]? SubjectOf(OpenIdToken said) => said.Subject.Length == 0 ? null : Hash("subject", said.Issuer, said.Subject);

    /// <summary>Their session there, as it is kept here.</summary>
    internal static byte[]? SessionOf(OpenIdToken said) => said.Session is { } session ? Hash("sid", said.Issuer, session) : null;

    private static byte[] Hash(string kind, string issuer, string value) => SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\0{issuer}\0{value}"));

    private Uri Return => new(site.Value.PublicOrigins[0].TrimEnd('/') + ReturnPath);

    private byte[]? Visitor() => http.HttpContext is { } context ? visitors.Mark(context) : null;

    private SignInName? NameOf(OpenIdToken said)
    {
        if (options.NameClaim == "email" && !(said.Claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.True)) return null;
        return said.Text(options.NameClaim) is { } text && SignInName.Read(text) is { } read ? door.Name(read) : null;
    }
}
