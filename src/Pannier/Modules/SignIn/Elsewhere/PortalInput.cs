using Pannier.Core.Http;
using Pannier.Core.Outside;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <param name="Token">The portal's, in compact form.</param>
internal sealed record PortalInput(Secret? Token) : IInput<PortalInput>
{
    public static PortalInput Read(Fields fields) => new(fields.Maybe("token", text => text.Length <= PortalTokens.Longest ? Secret.Of(text) : null));
}
