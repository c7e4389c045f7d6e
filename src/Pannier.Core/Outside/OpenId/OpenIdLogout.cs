using Pannier.Core.Sessions;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Outside.OpenId;

/// <summary>Ends sessions because the identity provider says so (OpenID Connect Back-Channel Logout 1.0).</summary>
internal sealed class OpenIdLogout(OpenIdOptions options, OpenIdTokens tokens, OutsidePeople arrivals, LiveSessions sessions)
{
    /// <summary>Ends the session a token names, or all of a person's when it names no session.</summary>
    /// <returns>False when the token is none, was used before, or cannot be checked now: nothing was ended.</returns>
    public async Task<bool> EndAsync(string token, CancellationToken cancellation)
    {
        if (options.Issuer is null) return false;
        try
        {
            if (await tokens.ReadLogoutAsync(token, cancellation) is not { } said) return false;

            // It is used up: from here on it is carried to its end.
            if (OpenIdDoor.SessionOf(said) is { } session) await sessions.EndOfAsync(session, CancellationToken.None);
            else if (OpenIdDoor.SubjectOf(said) is { } subject && await arrivals.FindAsync(subject, CancellationToken.None) is { } user) await sessions.EndOthersAsync(user.Id, null, CancellationToken.None);
            return true;
        }
        catch (OAuthFault)
        {
            return false;
        }
    }
}
