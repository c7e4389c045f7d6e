using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Mail;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <param name="Token">The portal's, in compact form.</param>
/// <param name="Wishes">For this browser.</param>
internal sealed record SentInput(Secret? Token, Wishes Wishes) : IInput<SentInput>
{
    public static SentInput Read(Fields fields) => new(PortalInput.Read(fields).Token, WishTicks.Read(fields));
}
