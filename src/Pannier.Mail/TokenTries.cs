using System.Net;
using MailKit.Security;

namespace Pannier.Mail;

/// <summary>How a token is shown to a server, and what follows when it refuses it.</summary>
internal static class TokenTries
{
    public static bool IsOffered(ICollection<string> mechanisms) => mechanisms.Contains("OAUTHBEARER") || mechanisms.Contains("XOAUTH2");

    /// <summary>The standard's way (RFC 7628) before the one it was made of; null when the server offers neither.</summary>
    public static SaslMechanism? Mechanism(ICollection<string> offered, string userName, Secret token)
    {
        var credentials = new NetworkCredential(userName, token.Reveal());
        if (offered.Contains("OAUTHBEARER")) return new SaslMechanismOAuthBearer(credentials);
        return offered.Contains("XOAUTH2") ? new SaslMechanismOAuth2(credentials) : null;
    }

    /// <summary>Connects with the token there is, and once more with another when the server refuses it.</summary>
    /// <exception cref="MailFault">It refused both, or none could be had.</exception>
    public static async Task<T> RunAsync<T>(IAccessTokens tokens, Func<Secret, Task<T>> connectAsync, CancellationToken cancellation)
    {
        using var token = await tokens.GetAsync(cancellation);
        try
        {
            return await connectAsync(token);
        }
        catch (Exception refused) when (Refused(refused) is not null)
        {
            if (await tokens.RenewAsync(token, cancellation) is not { } another) throw AsRefusal(refused);
            using (another) return await AgainAsync(() => connectAsync(another));
        }
    }

    private static async Task<T> AgainAsync<T>(Func<Task<T>> connectAsync)
    {
        try
        {
            return await connectAsync();
        }
        catch (Exception refused) when (Refused(refused) is not null)
        {
            throw AsRefusal(refused);
        }
    }

    /// <summary>The fault itself, or what a reply of SMTP carries.</summary>
    private static MailFault? Refused(Exception refused) =>
        (refused as MailFault ?? refused.InnerException as MailFault) is { Kind: MailFaultKind.SignInRefused or MailFaultKind.OAuthRequired } fault ? fault : null;

    /// <summary>What a server says of a token often speaks of OAuth; it is a refusal all the same.</summary>
    private static MailFault AsRefusal(Exception refused) => new(MailFaultKind.SignInRefused, Refused(refused)?.ServerText, refused);
}
