using Pannier.Core.Http;
using Pannier.Core.Outside.OpenId;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <param name="Token">The provider's, signed (OpenID Connect Back-Channel Logout §2.5).</param>
internal sealed record LogoutInput(Secret Token) : IInput<LogoutInput>
{
    public static LogoutInput Read(Fields fields)
    {
        var input = new LogoutInput(fields.One("logout_token", text => text.Length is > 0 and <= OpenIdTokens.Longest ? Secret.Of(text) : null));
        fields.IgnoreOthers();
        return input;
    }
}
