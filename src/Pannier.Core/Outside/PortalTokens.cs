using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Pannier.Core.Http;
using Pannier.Core.Users;

namespace Pannier.Core.Outside;

/// <summary>Reads the tokens by which a portal sends people here (JWT, RFC 7519, with the practice of RFC 8725): one algorithm, one issuer, one audience, two minutes, once.</summary>
internal sealed class PortalTokens(PortalOptions options, IOptions<SiteOptions> site, ISignInDoor door, UsedTokens used, TimeProvider clock, ILogger<PortalTokens> log)
{
    public const int Longest = 4096;
    private const int LongestId = 200;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };

    /// <summary>What a token says; null when it is none of the portal's, too old, or good for too long. It is not used up.</summary>
    public async Task<PortalToken?> ReadAsync(string token)
    {
        if (options.Key is not { } key || token.Length > Longest) return null;

        var checkedToken = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)),
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience ?? site.Value.PublicOrigins[0],
            LifetimeValidator = (from, until, _, _) => until is { } ends && Fits(from, ends),
        });
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken said)
        {
            Log.TokenRefused(log, options.Issuer ?? "", checkedToken.Exception?.GetType().Name ?? "nothing");
            return null;
        }

        return said.Id is { Length: > 0 and <= LongestId } id && SignInName.Read(said.Subject) is { } read && door.Name(read) is { } name ? new PortalToken(name, id, new DateTimeOffset(said.ValidTo, TimeSpan.Zero) + Slack) : null;
    }

    /// <summary>Uses a token up.</summary>
    /// <returns>False when somebody has done so already.</returns>
    public Task<bool> UseAsync(PortalToken token, CancellationToken cancellation) => used.UseAsync($"portal\0{options.Issuer}\0{token.Id}", token.Until, cancellation);

    private bool Fits(DateTime? from, DateTime until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until > now - Slack && until <= now + Life + Slack && (from is null || from <= now + Slack);
    }
}
